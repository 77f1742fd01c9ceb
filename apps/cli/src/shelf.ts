import { RebuildShelf } from '#catalogue';
import { withBazaar } from './context.js';
import type { AskedChange } from './options.js';
import { print, progress } from './terminal.js';

export async function rebuildShelf(options: Omit<AskedChange, 'dryRun'>): Promise<void> {
  const shown = progress(options.json);
  const gone = await withBazaar(
    'shelf rebuild',
    (app) => app.get(RebuildShelf, { strict: false }).run((listings) => shown.show(`${listings} goods`)),
    { ...options, dryRun: false },
  ).finally(() => shown.end());
  print(options.json, { listings: gone }, () => [`Done: ${gone} goods gone over.`]);
}
