import type pg from 'pg';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { event, newId } from '#platform/kernel';
import { callOutside } from '#platform/observability';
import { asOwner, boot, personActor, type Booted } from '#platform/testing';
import { UnitOfWork, type Tx } from '../src/index.js';

const SomethingHappened = event('test.something_happened', z.strictObject({ what: z.string() }));
const outbox = (id: string) =>
  asOwner<{ name: string }>(`select name from platform.outbox where payload->>'what' = $1`, [id]);

describe('UnitOfWork', () => {
  let app: Booted;
  let work: UnitOfWork;
  beforeAll(async () => {
    app = await boot([]);
    work = app.get(UnitOfWork);
  });
  afterAll(() => app.close());

  test('S-12 news is there exactly when the transaction is', async () => {
    const [kept, lost] = [newId(), newId()];
    await app.asSystem(() => work.run(async (tx) => tx.emit(SomethingHappened, { what: kept })));
    const failing = app.asSystem(() =>
      work.run(async (tx) => {
        tx.emit(SomethingHappened, { what: lost });
        throw new Error('changed my mind');
      }),
    );
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await outbox(kept)).toEqual([{ name: 'test.something_happened' }]);
    expect(await outbox(lost)).toEqual([]);
  });

  test('S-11 a deadlock is not shown to anybody: the loser runs again', async () => {
    const a = newId();
    const b = newId();
    const lock = (tx: Tx, id: string) => tx.run(`select pg_advisory_xact_lock(hashtext($1))`, [id]);
    let [tries, held] = [0, 0];
    let meet = (): void => {};
    const bothHold = new Promise<void>((met) => (meet = met));
    const crosswise = (first: string, second: string) =>
      app.asSystem(() =>
        work.run(async (tx) => {
          tries++;
          await lock(tx, first);
          if (++held === 2) meet();
          await bothHold;
          await lock(tx, second);
          return first;
        }),
      );
    expect(await Promise.all([crosswise(a, b), crosswise(b, a)])).toEqual([a, b]);
    expect(tries).toBeGreaterThan(2);
  });

  test('S-11 nobody outside is called while rows wait', async () => {
    const call = () => callOutside('courier', 'book', () => Promise.resolve('booked'));
    const inside = app.asSystem(() => work.run(() => call()));
    await expect(inside).rejects.toThrow('courier is not asked inside a transaction');
    const begunInside = await app.asSystem(() =>
      work.run((tx) => {
        const later = new Promise<void>((done) => tx.afterCommit(done)).then(call);
        return Promise.resolve({ later });
      }),
    );
    await expect(begunInside.later).resolves.toBe('booked');
  });

  test('what is asked to be planned once is, even where PostgreSQL would plan each time; what follows is as before', async () => {
    const sql = `select n from unnest($1::integer[]) as n`;
    const row = z.object({ n: z.number() });
    const plans = z.object({ generic_plans: z.coerce.number(), custom_plans: z.coerce.number() });
    const counted = await app.asSystem(() =>
      work.run(async (tx) => {
        for (let i = 0; i < 3; i++) expect(await tx.many(row, sql, [[i]], 'once')).toEqual([{ n: i }]);
        expect(await tx.many(row, sql, [[4]])).toEqual([{ n: 4 }]);
        const prepared = `select generic_plans, custom_plans from pg_prepared_statements where statement = $1`;
        return tx.maybe(plans, prepared, [sql]);
      }),
    );
    expect(counted).toEqual({ generic_plans: 3, custom_plans: 1 });
  });

  test('a statement planned once that fails says its own fault', async () => {
    const failing = app.asSystem(() =>
      work.run((tx) => tx.many(z.unknown(), `select 1 / $1::integer as n`, [0], 'once')),
    );
    await expect(failing).rejects.toMatchObject({ code: '22012' });
  });

  test('a use-case inside another joins its transaction', async () => {
    const what = newId();
    const failing = app.asSystem(() =>
      work.run(async () => {
        await work.run(async (inner) => inner.emit(SomethingHappened, { what }));
        throw new Error('the outer one fails');
      }),
    );
    await expect(failing).rejects.toThrow('the outer one fails');
    expect(await outbox(what)).toEqual([]);
  });

  test('a transaction that could not begin gives its connection back, clean', async () => {
    const unheard = personActor({ personId: 'no text of PostgreSQL\u0000' });
    for (let i = 0; i < 30; i++)
      await expect(app.as(unheard, () => work.run(async () => undefined))).rejects.toThrow('0x00');
    const one = await app.asSystem(() => work.run((tx) => tx.run('select 1')));
    expect(one).toBe(1);
  });

  test('a part that fails is undone alone, with the news it told', async () => {
    const [kept, lost] = [newId(), newId()];
    await app.asSystem(() =>
      work.run(async (tx) => {
        tx.emit(SomethingHappened, { what: kept });
        const failing = tx.attempt(async () => {
          tx.emit(SomethingHappened, { what: lost });
          await tx.run('select 1 / 0');
        });
        await expect(failing).rejects.toThrow('division by zero');
        await tx.run('select 1');
      }),
    );
    expect(await outbox(kept)).toHaveLength(1);
    expect(await outbox(lost)).toHaveLength(0);
  });

  test('S-12 news that cannot be written takes the whole transaction with it', async () => {
    const id = newId();
    const failing = app.asSystem(() =>
      work.run(async (tx) => {
        tx.audit({ action: 'test.kept', object: { kind: 'test', id } });
        tx.emit(SomethingHappened, { what: 'no text of PostgreSQL\u0000' });
      }),
    );
    await expect(failing).rejects.toThrow('unsupported Unicode escape sequence');
    expect(await asOwner(`select 1 from platform.audit where object_id = $1`, [id])).toEqual([]);
    const counted = app.asSystem(() =>
      work.run(async (tx) => {
        tx.emit(SomethingHappened, { what: id });
        tx.audit({ action: 'test.kept', object: { kind: 'test', id }, after: { never: 1n } });
      }),
    );
    await expect(counted).rejects.toThrow('BigInt');
    expect(await outbox(id)).toEqual([]);
  });

  test('a failure that was swallowed is not taken for done', async () => {
    const id = newId();
    const failing = app.asSystem(() =>
      work.run(async (tx) => {
        tx.audit({ action: 'test.kept', object: { kind: 'test', id } });
        await tx.run('select 1 / 0').catch(() => undefined);
      }),
    );
    await expect(failing).rejects.toThrow('current transaction is aborted');
    const silent = app.asSystem(() => work.run((tx) => tx.run('select 1 / 0').catch(() => undefined)));
    await expect(silent).rejects.toThrow('not taken for done');
  });

  test('what a migration has changed since it was prepared is asked again, in a transaction of its own', async () => {
    const seen = z.record(z.string(), z.number());
    const look = () =>
      app.asSystem(() =>
        Promise.all([1, 2, 3].map(() => work.run((tx) => tx.many(seen, `select * from platform.unit_of_work_view`)))),
      );
    await asOwner(`create view platform.unit_of_work_view as select 1 as a`);
    try {
      await asOwner(`grant select on platform.unit_of_work_view to odop_app`);
      expect(await look()).toEqual([[{ a: 1 }], [{ a: 1 }], [{ a: 1 }]]);
      await asOwner(`create or replace view platform.unit_of_work_view as select 1 as a, 2 as b`);
      expect(await look()).toEqual([1, 2, 3].map(() => [{ a: 1, b: 2 }]));
    } finally {
      await asOwner(`drop view platform.unit_of_work_view`);
    }
  });

  test('behind a pooler that lends another connection it answers all the same', async () => {
    const add = (n: number) => work.run((tx) => tx.maybe(z.object({ n: z.number() }), `select $1::integer as n`, [n]));
    await app.asSystem(async () => {
      expect(await add(1)).toEqual({ n: 1 });
      await work.run((tx) => tx.run('deallocate all'));
      expect(await add(2)).toEqual({ n: 2 });
      expect(await work.run((tx) => tx.run('select 1 from pg_prepared_statements'))).toBe(0);
    });
  });

  test('S-69 a changing request leaves an audit row of its own accord', async () => {
    const actor = personActor({ label: 'POST /v1/test' });
    await app.as(actor, () => work.run(async (tx) => tx.run('select 1')));
    const rows = await asOwner<{ action: string }>(`select action from platform.audit where person_id = $1`, [
      actor.personId,
    ]);
    expect(rows).toEqual([{ action: 'POST /v1/test' }]);
  });

  test('S-43 the database knows whose rows may be seen', async () => {
    const [mine, theirs] = [newId(), newId()];
    const sees = z.object({ mine: z.boolean(), theirs: z.boolean() });
    const look = (tx: Tx) =>
      tx.maybe(sees, `select platform.may_see($1) as mine, platform.may_see($2) as theirs`, [mine, theirs]);
    expect(await app.as(personActor({ personId: mine }), () => work.run(look))).toEqual({ mine: true, theirs: false });
    expect(await app.asSystem(() => work.run(look))).toEqual({ mine: true, theirs: true });
  });

  test('S-48 a statement to a database that has gone without a word is given up, later than the server would', () => {
    const { options } = (app.get(DataSource).driver as unknown as { master: pg.Pool }).master;
    expect(options).toMatchObject({ keepAlive: true, query_timeout: 50_000 });
    expect(options.options).toContain('statement_timeout=25000'); // five times as patient as in production: test/setup
  });
});
