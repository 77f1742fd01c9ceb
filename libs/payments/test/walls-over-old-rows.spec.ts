import { DataSource } from 'typeorm';
import { namedId, newId } from '#platform/kernel';
import { freshDatabase, type TestDatabase } from '#platform/testing';
import { AReplacedRefundSaysHowMuch1795000090420 } from '../src/data/migrations/1795000090420-a-replaced-refund-says-how-much.js';
import { paymentsMigrations } from '../src/index.js';

const [, CapturedMoneyHasWalls, ...later] = paymentsMigrations;

describe('S-9 the walls around captured money are put up over rows that are there', () => {
  let database: TestDatabase;
  let source: DataSource;
  beforeAll(async () => {
    database = await freshDatabase();
    source = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  test('what was captured, released and promised back before is known after', async () => {
    const runner = source.createQueryRunner();
    const walls = new CapturedMoneyHasWalls!();
    await runner.startTransaction();
    await runner.query(`select set_config('odop.scope', 'system', true)`);
    for (const migration of later.toReversed()) await new migration().down(runner);
    await walls.down(runner);

    const [paid, open, order] = [newId(), newId(), newId()];
    const insert = `insert into payments.payment (id, cause_kind, cause_id, payer_id, amount_paise, refunded_paise,
                      description, state, made_at) values ($1, 'checkout', $1, $1, 1000, $2, 'test', $3, now())`;
    await runner.query(insert, [paid, 300, 'captured']);
    await runner.query(insert, [open, 0, 'intent_created']);
    await runner.query(
      `insert into payments.refund (id, payment_id, payer_id, amount_paise, reason, state, made_at)
       values ($1, $1, $1, 300, 'test', 'initiated', now())`,
      [paid],
    );
    await runner.query(
      `insert into ledger.transfer (id, debit_code, debit_owner, credit_code, credit_owner, amount_paise, why, cause, posted_at)
       values ($1, 'buyer_escrow', $2, 'seller_payable', $1, 600, 'release_to_seller', $3, now())`,
      [order, paid, `order:${order}`],
    );

    await walls.up(runner);
    const rows = (await runner.query(
      `select id, captured_paise::int as captured, released_paise::int as released, due_at is not null as ends
         from payments.payment where id = any($1) order by captured_paise`,
      [[paid, open]],
    )) as object[];
    expect(rows).toEqual([
      { id: open, captured: 0, released: 0, ends: true },
      { id: paid, captured: 1000, released: 600, ends: false },
    ]);
    const [refund] = (await runner.query(`select check_at is not null as watched from payments.refund`)) as object[];
    expect(refund).toEqual({ watched: true });
    await runner.query(`savepoint walls`);
    await expect(
      runner.query(`update payments.payment set released_paise = 701 where id = $1`, [paid]),
    ).rejects.toThrow('payment_parts_fit');
    await runner.query(`rollback to savepoint walls`);
    await runner.rollbackTransaction();
    await runner.release();
  });

  test('R-8.6 what her bank gave her of a refund, and what was left of it, are told apart after', async () => {
    const runner = source.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`select set_config('odop.scope', 'system', true)`);
    const migration = new AReplacedRefundSaysHowMuch1795000090420();
    await migration.down(runner);
    const [payment, part, whole, other] = [newId(), newId(), newId(), newId()];
    await runner.query(
      `insert into payments.payment (id, cause_kind, cause_id, payer_id, amount_paise, refunded_paise, captured_paise,
         description, state, made_at) values ($1, 'checkout', $1, $1, 2000, 300, 2000, 'test', 'captured', now())`,
      [payment],
    );
    const rest = namedId('rest of refund', part);
    for (const [id, amount, state] of [
      [part, 600, 'replaced'],
      [rest, 200, 'succeeded'],
      [whole, 300, 'replaced'],
      [other, 100, 'requested'],
    ] as const) {
      await runner.query(
        `insert into payments.refund (id, payment_id, payer_id, amount_paise, reason, state, made_at)
         values ($1, $2, $2, $3, 'test', $4, now())`,
        [id, payment, amount, state],
      );
    }
    await runner.query(`set constraints all immediate`); // what waits to be added up is, before the table changes
    await migration.up(runner);
    const rows = (await runner.query(
      `select id, replaced_paise::int as replaced, is_rest as rest from payments.refund where payment_id = $1`,
      [payment],
    )) as { id: string; replaced: number | null; rest: boolean }[];
    const of = (id: string) => rows.find((row) => row.id === id);
    expect([of(part), of(rest), of(whole), of(other)]).toMatchObject([
      { replaced: 400, rest: false },
      { replaced: null, rest: true },
      { replaced: 300, rest: false },
      { replaced: null, rest: false },
    ]);
    await runner.rollbackTransaction();
    await runner.release();
  });
});
