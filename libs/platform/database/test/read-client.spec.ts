import { z } from 'zod';
import { asOwner, boot, type Booted } from '#platform/testing';
import { ReadClient } from '../src/index.js';

const sql = `select $1::integer as n`;
const answer = z.object({ n: z.number() });

describe('ReadClient', () => {
  let app: Booted;
  let read: ReadClient;
  beforeEach(async () => {
    app = await boot([]);
    read = app.get(ReadClient);
  });
  afterEach(() => app.close());

  const names = () => read.many(z.object({ name: z.string() }), `select name from pg_prepared_statements`);

  test('what is planned once is prepared once, however many ask at the same time', async () => {
    const asked = [1, 2, 3].map((n) => read.maybe(answer, sql, [n], 'once'));
    expect(await Promise.all(asked)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    expect(await read.maybe(answer, sql, [4])).toEqual({ n: 4 });
    expect(await names()).toHaveLength(1);
  });

  test('no more than a hundred texts are kept, and the others are answered as well', async () => {
    const texts = Array.from({ length: 105 }, (_, i) => i);
    const asked = texts.map((i) => read.maybe(answer, `select $1::integer + ${i} as n`, [1], 'once'));
    expect(await Promise.all(asked)).toEqual(texts.map((i) => ({ n: i + 1 })));
    expect(await names()).toHaveLength(100);
  });

  test('behind a pooler that lends another connection it answers all the same, and prepares nothing more', async () => {
    await read.maybe(answer, sql, [1], 'once');
    await read.many(z.unknown(), 'deallocate all');
    const asked = [2, 3].map((n) => read.maybe(answer, sql, [n], 'once'));
    expect(await Promise.all(asked)).toEqual([{ n: 2 }, { n: 3 }]);
    expect(await read.maybe(answer, sql, [4], 'once')).toEqual({ n: 4 });
    expect(await names()).toEqual([]);
  });

  test('a view that a migration has changed is read as it is now', async () => {
    const all = `select * from platform.read_client_view`;
    const seen = z.record(z.string(), z.number());
    await asOwner(`create view platform.read_client_view as select 1 as a`);
    try {
      await asOwner(`grant select on platform.read_client_view to odop_app`);
      expect(await read.many(seen, all, [], 'once')).toEqual([{ a: 1 }]);
      await asOwner(`create or replace view platform.read_client_view as select 1 as a, 2 as b`);
      expect(await read.many(seen, all, [], 'once')).toEqual([{ a: 1, b: 2 }]);
      expect(await read.many(seen, all, [], 'once')).toEqual([{ a: 1, b: 2 }]);
      expect(await names()).toHaveLength(2);
    } finally {
      await asOwner(`drop view platform.read_client_view`);
    }
  });

  test('a fault of the statement itself is told', async () => {
    await expect(read.many(answer, `select 1 / $1::integer as n`, [0], 'once')).rejects.toMatchObject({
      code: '22012',
    });
  });
});
