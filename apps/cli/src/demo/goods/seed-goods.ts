import { isProduction } from '#platform/config';
import { withBazaar } from '../../context.js';
import type { AskedChange } from '../../options.js';
import { print, progress } from '../../terminal.js';
import { DemoGoodsModule } from './demo-goods.module.js';
import { SeedDemoGoods } from './seed-demo-goods.js';

/** Puts the demo's goods on sale. */
export async function seedGoods(options: Omit<AskedChange, 'dryRun'>): Promise<void> {
  if (isProduction()) throw new Error('Invented goods are not made in production: nothing was put on sale.');
  const shown = progress(options.json);
  const done = await withBazaar(
    'demo goods',
    (app) => app.get(SeedDemoGoods).run((there) => shown.show(`${there} goods`)),
    { ...options, dryRun: false },
    DemoGoodsModule,
  ).finally(() => shown.end());
  print(options.json, { 'Demo goods': done }, () => [`Demo goods: ${done}`]);
}
