import { isProduction } from '#platform/config';
import { withBazaar } from '../../context.js';
import type { AskedChange } from '../../options.js';
import { progress } from '../../terminal.js';
import { DemoGoodsModule } from './demo-goods.module.js';
import { SeedDemoGoods } from './seed-demo-goods.js';

/** Puts the demo's goods on sale. */
export async function seedGoods(options: AskedChange): Promise<string> {
  if (isProduction()) throw new Error('Demo goods are not made in production.');
  const shown = progress(options.json);
  return withBazaar(
    'seed',
    (app) => app.get(SeedDemoGoods).run((there) => shown.show(`${there} goods`)),
    options,
    DemoGoodsModule,
  ).finally(() => shown.end());
}
