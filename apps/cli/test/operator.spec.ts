import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '#platform/kernel';
import { BankSimulator, PaymentProviderSimulator } from '#platform/simulators';
import { asOwner, freshDatabase, type TestDatabase } from '#platform/testing';
import { bazaar } from './cli.js';

interface Finding {
  of: string;
  level: string;
  found: string;
  todo?: string;
}

// Every command is a process of its own, and processes take their time on a busy machine.
jest.setTimeout(180_000);

describe('the operator’s command line', () => {
  let database: TestDatabase;
  let env: Record<string, string>;
  let folder: string;
  const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
    asOwner<T>(sql, values, database.ownerUrl);
  beforeAll(async () => {
    database = await freshDatabase();
    folder = mkdtempSync(join(tmpdir(), 'odop-cli-'));
    copyFileSync('.data/master.key', join(folder, 'master.key'));
    env = {
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      MASTER_KEY_FILE: join(folder, 'master.key'),
      STORAGE_URL: `file:${join(folder, 'media')}`,
    };
  });
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  test('says plainly what it does not understand', async () => {
    const unknown = await bazaar('job', env);
    expect([unknown.code, unknown.out]).toEqual([2, '']);
    expect(unknown.err).toBe("Unknown command 'job'. Did you mean jobs? See: bazaar --help\n");
    expect((await bazaar('jobs replay --alll', env)).err).toMatch(
      /^Unknown option '--alll'\. .* See: bazaar jobs replay --help\n$/,
    );
    const json = await bazaar('audit verify --day yesterday --json', env);
    expect([json.code, JSON.parse(json.err)]).toEqual([
      2,
      { error: expect.stringContaining('Write a day as 2026-11-22') },
    ]);
    expect((await bazaar('--help', env)).out).toMatch(/doctor .*\n(.*\n)*.*audit/);
  });

  test('S-62 doctor names the wrong setting, not its value, and goes no further', async () => {
    const sick = await bazaar('doctor --json', { ...env, QUEUE_CONCURRENCY: 'many-secrets' });
    expect(sick.code).toBe(1);
    const bad = (sick.json as Finding[]).filter((each) => each.level === 'fail');
    expect(bad).toEqual([
      expect.objectContaining({ of: 'settings', found: expect.stringContaining('QUEUE_CONCURRENCY') }),
    ]);
    expect(sick.out + sick.err).not.toContain('many-secrets');
  });

  test('doctor finds a well installation well', async () => {
    await rows(`delete from platform.outbox`); // no worker has carried away the news of the seeds
    const well = await bazaar('doctor --json', env);
    const findings = well.json as Finding[];
    const level = Object.fromEntries(findings.map((each) => [each.of, each.level]));
    expect(level).toMatchObject({
      'Node.js': 'ok',
      settings: 'ok',
      'master key': 'ok',
      storage: 'ok',
      PostgreSQL: 'ok',
      extensions: 'ok',
      role: 'ok',
      'row-level security': 'ok',
      migrations: 'ok',
      clock: 'ok',
      'business clock': 'ok',
      'queue store': 'ok',
      workers: 'warn',
      connections: 'ok',
      backups: 'ok', // nobody archives a trial
      outbox: 'ok',
      work: 'ok',
      'dead jobs': 'ok',
      schedules: 'ok',
      particulars: 'warn', // nobody has named the officers yet
    });
    expect(findings.find((each) => each.of === 'particulars')!.found).toBe(
      'care.contact, care.entity, care.grievance_officer, care.nodal_person are the made-up ones of the seeds',
    );
    expect(findings.map((each) => each.of)).toContain('disk');
    expect(findings.filter((each) => each.level !== 'ok' && !each.todo)).toEqual([]);
  });

  test('S-43 S-71 doctor finds what is wrong and says what to do', async () => {
    await rows(`insert into platform.outbox values ($1, 'event', 'test.stuck', '{}', 'r', now())`, [
      '01900000-0000-7000-8000-000000000000',
    ]);
    await rows(
      `insert into platform.inbox (id, handler, key, event_id, name, payload, request_id, at, hand_at, failures, reason, dead_at)
      values ($1, 'test.h', 'k', $1, 'test.n', '{}', 'r', now(), now(), 8, 'out of paper', now())`,
      [newId()],
    );
    const waits = '01900000-0000-7000-8000-000000000001';
    await rows(
      `insert into platform.inbox (id, handler, key, event_id, name, payload, request_id, at, hand_at, failures, reason)
      values ($1, 'test.w', 'k', $1, 'test.n', '{}', 'r', now(), now(), 2, 'the line is busy')`,
      [waits],
    );
    await rows(
      `insert into platform.schedule (name, slot_at) values ('test.clock', platform.now() - interval '1 hour')`,
    );
    await rows(`alter table identity.person no force row level security`);
    await rows(`delete from schema_migration where name like 'AuditChain%'`);
    const sick = await bazaar('doctor', {
      ...env,
      MASTER_KEY_FILE: join(folder, 'gone.key'),
      COURIER_URL: 'http://127.0.0.1:9',
    });
    expect(sick.code).toBe(1);
    for (const line of [
      /^fail {2}outbox .* → docs\/runbooks\/queues.md$/m,
      /^warn {2}dead jobs .* 1 since 20\S+: test\.h → `bazaar jobs dead` tells why/m,
      /^warn {2}work .*1 handed over, 1 of them failing, .* → `bazaar jobs list` tells which/m,
      /^warn {2}schedules .* → Is a worker running/m,
      /^fail {2}row-level security .*not forced on identity.person → /m,
      /^fail {2}migrations .* 1 pending → Run `bazaar migrate`\.$/m,
      /^fail {2}master key .*gone.key is not there → /m,
      /^warn {2}COURIER_URL .*127.0.0.1:9: ECONNREFUSED → /m,
    ])
      expect(sick.out).toMatch(line);
    await rows(`alter table identity.person force row level security`);
    await rows(`insert into schema_migration (timestamp, name) values (1795000006000, 'AuditChain1795000006000')`);
    await rows(`delete from platform.outbox`);
    await rows(`delete from platform.inbox where id = $1`, [waits]);
    await rows(`delete from platform.schedule where name = 'test.clock'`);
  });

  test('doctor without a database says so', async () => {
    const alone = await bazaar('doctor', { ...env, DATABASE_URL: 'postgres://odop_app:wrong-secret@127.0.0.1:9/none' });
    expect(alone.code).toBe(1);
    expect(alone.out).toMatch(/^fail {2}database .*ECONNREFUSED.* → docs\/runbooks\/database-down.md$/m);
    expect(alone.out + alone.err).not.toContain('wrong-secret');
  });

  test('S-14 a dead job is listed, tried on paper, and replayed with a reason that stands in the trail', async () => {
    const [dead] = (await bazaar('jobs dead --json', env)).json as { id: string; reason: string }[];
    expect(dead!.reason).toBe('out of paper');
    const dry = await bazaar(`jobs retry ${dead!.id} --dry-run`, env);
    expect(dry.out).toBe(`would replay ${dead!.id}\n`);
    expect(await rows(`select dead_at is null as alive from platform.inbox`)).toEqual([{ alive: false }]);
    await bazaar(`jobs retry --all --reason "paper has come"`, env);
    expect(await rows(`select dead_at is null as alive from platform.inbox`)).toEqual([{ alive: true }]);
    const trail = await rows(`select operation, reason, address from platform.audit where object_id = $1`, [dead!.id]);
    expect(trail).toEqual([
      { operation: 'cli jobs replay', reason: 'paper has come', address: expect.stringMatching(/.+@.+/) },
    ]);
    const gone = await bazaar(`jobs replay ${newId()} --json`, env);
    expect([gone.code, JSON.parse(gone.err)]).toEqual([1, expect.objectContaining({ code: 'dead_job_unknown' })]);
  });

  test('S-63 the master key is replaced: every key is wrapped anew, on paper first', async () => {
    const before = (await bazaar('keys show --json', env)).json as { current: number; versions: { keys: number }[] };
    const total = before.versions.reduce((sum, row) => sum + row.keys, 0);
    const dry = await bazaar('keys rotate --dry-run --reason trial --json', env);
    expect(dry.json).toMatchObject({ current: before.current, rewrapped: 0, dryRun: true });
    const rotated = await bazaar('keys rotate --new-master --reason "yearly change" --json', env);
    expect(rotated.json).toMatchObject({ current: before.current + 1, rewrapped: total });
    const text = readFileSync(env['MASTER_KEY_FILE']!, 'utf8').trim().split('\n');
    expect(text).toHaveLength(2);
    expect((await bazaar('keys show', env)).out).toContain(`version ${before.current + 1} protects ${total} keys`);
    expect((await bazaar('keys rotate', env)).err).toMatch(/^Required option '--reason <why>' not specified\./);
  });

  test('S-84 the books are looked at: they agree, or the checkout that paid out too much is named', async () => {
    const transfer = (debit: string, credit: string, amount: number, escrow: string) =>
      rows(
        `insert into ledger.transfer (id, debit_code, debit_owner, credit_code, credit_owner, amount_paise, why, cause, posted_at)
         select $1, $2, case $2 when 'buyer_escrow' then $3::uuid else $4 end,
                $5, case $5 when 'buyer_escrow' then $3::uuid else $4 end, $6, 'test', 'checkout:' || $3::text, now()`,
        [newId(), debit, escrow, '00000000-0000-0000-0000-000000000000', credit, amount],
      );
    const [whole, overdrawn] = [newId(), newId()];
    await transfer('gateway_clearing', 'buyer_escrow', 145_000, whole);
    const well = await bazaar('ledger verify --json', env);
    expect([well.code, well.json]).toMatchObject([0, { agrees: true, overdrawn: [] }]);
    await transfer('buyer_escrow', 'bank', 12_345_678, overdrawn);
    const bad = await bazaar('ledger verify', env);
    expect(bad.code).toBe(1);
    expect(bad.out).toContain(`OVERDRAWN: checkout ${overdrawn} by ₹ 1,23,456.78`);
  });

  test('S-28 what an officer asked for is closed at the machine', async () => {
    const asked = await bazaar('ledger close 2001-01 --ask --reason trial --json', env);
    expect([asked.code, asked.json]).toMatchObject([0, { month: '2001-01', closed: false }]);
    await rows(`update ledger.period set asked_by = $1 where month = '2001-01'`, [newId()]);
    const closed = await bazaar('ledger close 2001-01', env);
    expect([closed.code, closed.out]).toEqual([0, expect.stringContaining('2001-01 is closed: 0 transfers, seal ')]);
  });

  test('S-8 our books are held against the provider’s lists: a trial writes nothing, a stray charge is named', async () => {
    const [provider, bank] = [new PaymentProviderSimulator(), new BankSimulator()];
    const [secretKey, webhookSecret] = ['sk_test_cli', 'whsec_c2VjcmV0'];
    await provider.start({ secretKey, webhookSecret, webhooks: 'when_told' });
    await bank.start({ secretKey });
    const there = {
      ...env,
      STRIPE_SECRET_KEY: secretKey,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      STRIPE_API_BASE: provider.url,
      BANK_URL: bank.url,
      BANK_KEY: secretKey,
    };
    try {
      const well = await bazaar('reconcile --json', there);
      expect([well.code, well.json]).toMatchObject([0, { dryRun: false, differences: [], open: 0 }]);
      const stray = provider.strayCharge(12_345);
      const tried = await bazaar('reconcile --dry-run', there);
      expect(tried.code).toBe(1);
      expect(tried.out).toContain(`${stray}: captured there, unknown here, ₹ 123.45`);
      expect(await rows(`select 1 from payments.difference`)).toEqual([]);
      const found = await bazaar('reconcile --json', there);
      expect([found.code, found.json]).toMatchObject([1, { open: 1, differences: [{ providerId: stray, how: null }] }]);
      expect((await bazaar('reconcile --since tomorrow', there)).code).toBe(2);
    } finally {
      await provider.stop();
      await bank.stop();
    }
  });

  test('R-8.7 payouts take-response takes no file that is not what its last line says', async () => {
    const refused = await bazaar(`payouts take-response ${env['MASTER_KEY_FILE']!} --json`, env);
    expect([refused.code, JSON.parse(refused.err)]).toEqual([
      1,
      expect.objectContaining({ code: 'bank_response_unreadable' }),
    ]);
    expect((await bazaar('payouts take-response', env)).code).toBe(2);
  });

  test('S-67 audit affected lists what somebody did in a span of time, and to whom', async () => {
    const [intruder, person] = [newId(), newId()];
    for (const at of ['2026-01-05T10:00Z', '2026-01-05T11:00Z', '2026-01-06T10:00Z'])
      await rows(
        `insert into platform.audit (id, at, business_at, person_id, roles, request_id, operation, action, object_kind, object_id)
         values ($1, $2, $2, $3, '{}', 'r', 'o', 'person.looked_up', 'person', $4)`,
        [newId(), at, intruder, person],
      );
    const span = '--from 2026-01-05T00:00Z --to 2026-01-06T00:00Z';
    const told = await bazaar(`audit affected ${span} --by ${intruder} --json`, env);
    expect(told.json).toMatchObject({ persons: [person], acts: [{ action: 'person.looked_up', times: 2 }] });
    expect((await bazaar(`audit affected ${span} --address 203.0.113.9`, env)).out).toBe('0 persons\n');
    const vague = await bazaar('audit affected --from yesterday --to 2026-01-06T00:00Z', env);
    expect([vague.code, vague.err]).toEqual([2, expect.stringContaining('Write a time with its zone')]);
  });

  test('S-69 audit verify names a forged row and ends with 1', async () => {
    const id = newId();
    await rows(`alter table platform.audit disable trigger user`);
    await rows(
      `insert into platform.audit (id, at, business_at, roles, request_id, operation, action, object_kind, object_id)
       values ($1, now(), now(), '{}', 'r', 'o', 'test.forged', 'thing', 'x')`,
      [id],
    );
    const bad = await bazaar('audit verify --json', env);
    expect([bad.code, bad.json]).toMatchObject([1, { fault: { auditId: id, what: 'row_inserted' } }]);
  });
});
