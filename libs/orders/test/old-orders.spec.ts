import { DataSource } from 'typeorm';
import { migrate } from '#platform/database';
import { newId } from '#platform/kernel';
import { freshDatabase, type TestDatabase } from '#platform/testing';
import { ordersMigrations } from '../src/index.js';

const since = ordersMigrations.slice(2);

describe('An upgrade finds orders that are there', () => {
  let database: TestDatabase;
  let source: DataSource;
  beforeAll(async () => {
    database = await freshDatabase();
    const extra = { options: '-c odop.scope=system' };
    source = await new DataSource({ type: 'postgres', url: database.ownerUrl, extra }).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  test('R-6.3 SM-4 what was paid for them, and until when they may come back, is known after', async () => {
    const runner = source.createQueryRunner();
    for (const migration of [...since].reverse()) await new migration().down(runner);
    await runner.query('delete from schema_migration where name = any($1)', [since.map(({ name }) => name)]);

    const [checkout, order, line, someone] = [newId(), newId(), newId(), newId()];
    await runner.query(
      `insert into orders.checkout (id, cart_id, buyer_id, total_paise, ship_to_sealed, ship_to_pincode, ship_to_state, made_at)
       values ($1, $1, $2, 300, '', '800001', 'IN-BR', now())`,
      [checkout, someone],
    );
    await runner.query(
      `insert into orders."order" (id, number, checkout_id, buyer_id, seller_id, state, total_paise, ship_to_pincode,
                                   ship_to_state, due_at, version, made_at, changed_at)
       values ($1, 'OLD-1', $2, $3, $3, 'delivered', 300, '800001', 'IN-BR', '2027-01-08', 1, '2027-01-01', '2027-01-01')`,
      [order, checkout, someone],
    );
    await runner.query(
      `insert into orders.order_line (id, order_id, buyer_id, seller_id, offer_id, title, quantity, price_paise, line_paise, weight_g)
       values ($1, $2, $3, $3, $1, 'Stole', 2, 150, 300, 400)`,
      [line, order, someone],
    );
    await runner.release();

    expect(await migrate(database.ownerUrl, ordersMigrations)).toEqual(since.map(({ name }) => name));
    expect(
      await source.query(
        `select l.taxable_paise::int as taxable, l.paid_paise::int as paid, o.returns_until = o.due_at as ends,
                o.delivered_at = o.changed_at as arrived
           from orders.order_line l join orders."order" o on o.id = l.order_id`,
      ),
    ).toEqual([{ taxable: 300, paid: 300, ends: true, arrived: true }]);
  });
});
