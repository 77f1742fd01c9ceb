import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { boot, type Booted } from '#platform/testing';
import { schedules } from '../src/schedules.js';
import { WorkerModule } from '../src/worker.module.js';

/** Lets a clock of the table strike, as the scheduler does. */
async function strike(app: Booted, name: string): Promise<void> {
  const row = schedules.find((each) => each.name === name);
  if (row?.kind !== 'clock') throw new Error(`${name} is a clock of the table`);
  await app.asSystem(async () => row.does.act(app.get(row.does.verb), new Date()));
}

describe('What is kept no longer than needed', () => {
  let app: Booted;
  beforeAll(async () => {
    app = await boot([WorkerModule]);
  });
  afterAll(() => app.close());

  const add = (sql: string, values: unknown[]): Promise<number> =>
    app.asSystem(() => app.get(UnitOfWork).run((tx) => tx.run(sql, values)));
  /** Which of these rows are left. */
  const left = (table: string, column: string, ids: readonly (string | Buffer)[]): Promise<string[]> =>
    app.asSystem(() =>
      app.get(UnitOfWork).run(async (tx) => {
        const sql = `select ${column}::text as id from ${table} where ${column} = any ($1) order by 1`;
        return (await tx.many(z.object({ id: z.string() }), sql, [ids])).map((row) => row.id);
      }),
    );

  test('STD-1.2 answers whose time is over go, the others stay', async () => {
    const [old, young] = [newId(), newId()];
    for (const [key, kept] of [
      [old, '-1 second'],
      [young, '1 hour'],
    ])
      await add(
        `insert into platform.idempotency (scope, operation, key, fingerprint, state, lease_until, holder, keep_until)
         values ('test', 'test', $1, '', 'running', clock_timestamp(), $2, clock_timestamp() + $3::interval)`,
        [key, newId(), kept],
      );
    await strike(app, 'platform.purge-answers');
    expect(await left('platform.idempotency', 'key', [old!, young!])).toEqual([young]);
  });

  test('STD-1.8 what ended 30 days ago goes; what ended yesterday or still runs stays', async () => {
    const [old, young, running] = [newId(), newId(), newId()];
    for (const [id, state, ended] of [
      [old, 'done', '31 days'],
      [young, 'failed', '29 days'],
      [running, 'running', null],
    ])
      await add(
        `insert into platform.operation (id, kind, person_id, state, started_at, ended_at)
         values ($1, 'test.import', $2, $3, now() - interval '40 days', now() - $4::interval)`,
        [id, newId(), state, ended],
      );
    await strike(app, 'platform.purge-operations');
    expect((await left('platform.operation', 'id', [old, young, running])).sort()).toEqual([young, running].sort());
  });

  test('S-66 registrations, codes, guesses, devices and sign-ins go when nothing needs them any more', async () => {
    const person = newId();
    await add(
      `insert into identity.person (id, name_sealed, is_official_mailbox, language, state, registered_at)
       values ($1, '', false, 'en', 'erased', now())`,
      [person],
    );
    const kept = new Map<string, [column: string, young: string | Buffer, old: string | Buffer]>();
    const both = async (table: string, sql: string, [young, old]: [string, string]): Promise<void> => {
      const column = table === 'guess' ? 'key' : table === 'refresh_token' ? 'token_hash' : 'id';
      const ids = [0, 1].map(() => (column === 'id' ? newId() : randomBytes(32)));
      await add(sql, [ids[0], person, young]);
      await add(sql, [ids[1], person, old]);
      kept.set(`identity.${table}`, [column, ids[0]!, ids[1]!]);
    };
    await both(
      'registration',
      `insert into identity.registration (id, person_id, challenge_id, contact_kind, contact_sealed, contact_lookup, name_sealed,
                                          language, notice, is_official_mailbox, asked_at)
       values ($1, $2, $2, 'email', '', '', '', 'en', 'test', false, now() - $3::interval)`,
      ['23 hours', '25 hours'],
    );
    await both(
      'challenge',
      `insert into identity.challenge (id, person_id, purpose, channel, address_lookup, prefix_lookup, language, is_decoy, made_at, expires_at)
       values ($1, $2, 'test', 'sms', '', '', 'en', false, now() - $3::interval, now())`,
      ['1 day', '3 days'],
    );
    await both(
      'guess',
      `insert into identity.guess (key, failures, last_at, free_at)
       select $1, 1, now() - $3::interval, now() where $2::uuid is not null`,
      ['1 day', '3 days'],
    );
    await both(
      'device',
      `insert into identity.device (id, person_id, token_hash, last_seen_at)
       values ($1, $2, sha256(uuid_send($1)), now() - $3::interval)`,
      ['300 days', '367 days'],
    );
    await both(
      'session',
      `insert into identity.session (id, person_id, client, opened_at, proved_at, last_used_at, expires_at)
       select $1, $2, 'test', at, at, at, at from cast(now() - $3::interval as timestamptz) as at`,
      ['300 days', '367 days'],
    );
    await both(
      'refresh_token',
      `insert into identity.refresh_token (token_hash, session_id, person_id, issued_at)
       values ($1, '${String(kept.get('identity.session')![1])}', $2, now() - $3::interval)`,
      ['29 days', '32 days'],
    );
    await strike(app, 'identity.purge-stale');
    for (const [table, [column, young, old]] of kept) {
      const rows = [(await left(table, column, [young])).length, (await left(table, column, [old])).length];
      expect([table, ...rows]).toEqual([table, 1, 0]);
    }
  });

  test('S-66 a cart nobody ordered goes after 90 days; a younger one and one that was ordered stay', async () => {
    const [old, young, ordered] = [newId(), newId(), newId()];
    for (const [id, state, age] of [
      [old, 'open', '91 days'],
      [young, 'open', '89 days'],
      [ordered, 'ordered', '91 days'],
    ])
      await add(
        `insert into orders.cart (id, owner_id, state, version, made_at) values ($1, $2, $3, 1, now() - $4::interval)`,
        [id, newId(), state, age],
      );
    await strike(app, 'orders.purge-carts');
    expect((await left('orders.cart', 'id', [old, young, ordered])).sort()).toEqual([young, ordered].sort());
  });

  test('every verb that forgets has a clock', () => {
    const clocked = new Set(schedules.map((row) => (row.kind === 'clock' ? row.does : row.act).verb.name));
    const forgetting = readdirSync('libs', { recursive: true, encoding: 'utf8' })
      .filter((path) => /src\/.*\.ts$/.test(path))
      .flatMap((path) => {
        const text = readFileSync(join('libs', path), 'utf8');
        return /^ {2}(async )?purge\w*\(|^export class Purge/m.test(text)
          ? [/^export class (\w+)/m.exec(text)![1]!]
          : [];
      });
    expect(forgetting.length).toBeGreaterThan(2);
    expect(forgetting.filter((name) => !clocked.has(name))).toEqual([]);
  });
});
