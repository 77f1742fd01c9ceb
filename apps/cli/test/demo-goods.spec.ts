import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { boot, freshDatabase, type Booted, type TestDatabase } from '#platform/testing';
import { DemoGoodsModule } from '../src/demo/goods/demo-goods.module.js';
import { Grounds } from '../src/demo/goods/grounds.js';
import { planGoods } from '../src/demo/goods/plan.js';
import { drawnOf, describeGoods } from '../src/demo/goods/describe.js';
import { SeedDemoGoods } from '../src/demo/goods/seed-demo-goods.js';

jest.setTimeout(300_000);

describe('the demo’s goods', () => {
  let database: TestDatabase;
  let app: Booted;
  beforeAll(async () => {
    database = await freshDatabase();
    Object.assign(process.env, { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl });
    app = await boot([DemoGoodsModule]);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  test('plan', async () => {
    await app.asSystem(() => app.get(SeedDemoGoods).run()).catch((e: unknown) => console.log(e)); const t0 = Date.now();
    console.log(await app.asSystem(() => app.get(SeedDemoGoods).run()), Date.now() - t0);
    const rows = await app.asSystem(() =>
      app
        .get(UnitOfWork)
        .run((tx) =>
          tx.many(
            z.custom<object>(),
            `select count(*), count(distinct state_code) states, count(distinct category_id) cats, count(distinct seller_id) sellers, count(distinct odop_entry_id) entries, count(*) filter (where state='out_of_stock') oos, (select count(*) from catalogue.shelf) shelf, count(distinct title) titles from catalogue.listing`,
          ),
        ),
    );
    console.log(rows);
  });
});
