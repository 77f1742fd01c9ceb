import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { metrics } from '#platform/observability';
import { addDays, istDay } from '#platform/time';
import { asOwner, boot, personActor, type Booted } from '#platform/testing';
import { AuditModule, AuditWatch, CheckAudit, SealAudit, VerifyAudit } from '../src/index.js';
import { linkDigest, noHead, sealedColumns, type SealedRow } from '../src/link.js';

const guarded = ['audit', 'audit_seal', 'audit_day'];

/** As somebody with the rights of the tables' owner could: the triggers are off for the statement. */
async function tamper(sql: string, values: unknown[] = []): Promise<void> {
  for (const table of guarded) await asOwner(`alter table platform.${table} disable trigger user`);
  await asOwner(sql, values);
  for (const table of guarded) await asOwner(`alter table platform.${table} enable trigger user`);
}

function signal(): { given: Promise<void>; give: () => void } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
}

const forged = `
  insert into platform.audit (id, at, business_at, roles, request_id, operation, action, object_kind, object_id)
  values ($1, clock_timestamp() - interval '40 days', clock_timestamp(), '{}', 'r', 'o', 'test.forged', 'thing', 'x')`;

describe('the audit trail', () => {
  let app: Booted;
  let seal: SealAudit;
  let verify: VerifyAudit;
  const today = istDay(new Date());
  beforeAll(async () => {
    app = await boot([AuditModule]);
    [seal, verify] = [app.get(SealAudit), app.get(VerifyAudit)];
  });
  afterAll(() => app.close());
  beforeEach(() => tamper(`truncate platform.audit, platform.audit_unsealed, platform.audit_seal, platform.audit_day`));

  async function note(...things: string[]): Promise<void> {
    for (const id of things) {
      const change = { action: 'test.changed', object: { kind: 'thing', id }, before: { n: 1 }, after: { n: 2.5 } };
      await app.as(personActor(), () => app.get(UnitOfWork).run(async (tx) => tx.audit(change)));
    }
  }
  const sealed = (): Promise<number> => app.asSystem(() => seal.run());
  const idOf = async (thing: string): Promise<string> =>
    (await asOwner<{ id: string }>(`select id from platform.audit where object_id = $1`, [thing]))[0]!.id;

  test('S-69 every row becomes a link once, and the chain verifies', async () => {
    await note('a', 'b', 'c');
    expect(await sealed()).toBe(3);
    expect(await sealed()).toBe(0);
    await note('d');
    expect(await sealed()).toBe(1);
    expect(await verify.run(null)).toEqual({ days: 1, links: 4, fault: null });
    expect(await verify.run(today)).toMatchObject({ links: 4, fault: null });
  });

  test('S-69 a row that commits late is sealed late, not lost', async () => {
    const [wrote, goOn] = [signal(), signal()];
    const late = app.as(personActor(), () =>
      app.get(UnitOfWork).run(async (tx) => {
        await tx.run(forged, [newId()]);
        wrote.give();
        await goOn.given;
      }),
    );
    await wrote.given;
    await note('early');
    expect(await sealed()).toBe(1);
    goOn.give();
    await late;
    expect(await sealed()).toBe(2); // with the request's own row
    expect((await verify.run(null)).fault).toBeNull();
  });

  test('S-69 two sequencers at once make one chain', async () => {
    await note('a', 'b', 'c');
    const made = await Promise.all([sealed(), sealed(), sealed()]);
    expect(made.toSorted((a, b) => a - b)).toEqual([0, 0, 3]);
    expect(await verify.run(null)).toMatchObject({ links: 3, fault: null });
  });

  test('S-69 the service may add rows, and nobody changes one by the way', async () => {
    await note('a');
    await sealed();
    const asService = (sql: string) => app.asSystem(() => app.get(UnitOfWork).run((tx) => tx.run(sql)));
    for (const table of guarded) {
      await expect(asService(`delete from platform.${table}`)).rejects.toThrow('permission denied');
      await expect(asOwner(`truncate platform.${table}`)).rejects.toThrow('never changed or removed');
    }
    await expect(asOwner(`update platform.audit set reason = 'x'`)).rejects.toThrow('never changed or removed');
  });

  test.each([
    ['a changed row', 'row_changed', `update platform.audit set reason = 'forged' where object_id = 'b'`],
    ['a change of a microsecond', 'row_changed', `update platform.audit set at = at + '1 us' where object_id = 'b'`],
    ['a changed value', 'row_changed', `update platform.audit set after = '{"n": 2.50}' where object_id = 'b'`],
    ['a removed row', 'row_removed', `delete from platform.audit where object_id = 'b'`],
  ])('S-69 %s is named as the first bad link', async (_case, what, sql) => {
    await note('a', 'b', 'c');
    await sealed();
    const auditId = await idOf('b');
    await tamper(sql);
    expect((await verify.run(null)).fault).toEqual({ day: today, sequence: 2, auditId, what });
  });

  test('S-69 an inserted row is named: it has no link', async () => {
    await note('a');
    await sealed();
    const id = newId();
    await tamper(forged, [id]);
    expect((await verify.run(null)).fault).toMatchObject({ auditId: id, what: 'row_inserted' });
  });

  test('S-69 a row taken out with its link leaves a gap', async () => {
    await note('a', 'b', 'c');
    await sealed();
    await tamper(`delete from platform.audit where object_id = 'b'`);
    await tamper(`delete from platform.audit_seal where sequence = 2`);
    expect((await verify.run(null)).fault).toMatchObject({ sequence: 2, auditId: null, what: 'link_removed' });
  });

  describe('a day that is over', () => {
    const day = addDays(today, -1);

    /** Seals what waits as it would have been sealed on that day, or forges the day anew. */
    async function sealOnThatDay(): Promise<void> {
      const rows = await asOwner<SealedRow>(`select ${sealedColumns} from platform.audit a order by a.id`);
      await tamper(`delete from platform.audit_seal where day = $1`, [day]);
      let head = noHead;
      for (const [i, row] of rows.entries()) {
        head = linkDigest(head, day, i + 1, row);
        await asOwner(`insert into platform.audit_seal values ($1, $2, $3, $4)`, [day, i + 1, row.id, head]);
      }
      await asOwner(`delete from platform.audit_unsealed`);
      await tamper(`update platform.audit_day set head = $1`, [head]);
    }
    beforeEach(async () => {
      await note('a', 'b');
      await sealOnThatDay();
      await sealed();
      await note('c');
      await sealed();
    });

    test('S-69 its head is kept, and the next day goes on from there', async () => {
      expect(await asOwner(`select links from platform.audit_day`)).toEqual([{ links: '2' }]);
      expect(await verify.run(null)).toEqual({ days: 2, links: 3, fault: null });
      expect(await verify.run(today)).toMatchObject({ links: 1, fault: null });
    });

    test('S-69 its last link cannot be taken off', async () => {
      await tamper(`delete from platform.audit where object_id = 'b'`);
      await tamper(`delete from platform.audit_seal where day = $1 and sequence = 2`, [day]);
      expect((await verify.run(null)).fault).toMatchObject({ day, sequence: 2, what: 'link_removed' });
    });

    test('S-69 forged with all its digests and its head, it lacks the key of the head', async () => {
      await tamper(`update platform.audit set reason = 'forged' where object_id = 'a'`);
      await tamper(`delete from platform.audit_seal where day = $1`, [today]);
      await tamper(`delete from platform.audit where object_id = 'c'`);
      await sealOnThatDay();
      expect((await verify.run(null)).fault).toMatchObject({ day, sequence: null, what: 'head_changed' });
    });

    test('S-69 taken out as a whole, the next day has lost its beginning', async () => {
      await tamper(`delete from platform.audit where object_id in ('a', 'b')`);
      await tamper(`delete from platform.audit_seal where day = $1`, [day]);
      await tamper(`delete from platform.audit_day`);
      expect((await verify.run(null)).fault).toMatchObject({ day: today, sequence: 1, what: 'row_changed' });
    });
  });

  test('S-72 the daily check is noted in the trail and told to the metrics', async () => {
    await note('a');
    await sealed();
    const shown = async (): Promise<string> => {
      await app.get(AuditWatch).read();
      return metrics.getSingleMetricAsString('odop_audit_intact');
    };
    await app.asSystem(() => app.get(CheckAudit).run(today));
    expect(await shown()).toContain('odop_audit_intact 1');
    await tamper(`update platform.audit set reason = 'forged' where object_id = 'a'`);
    await app.asSystem(() => app.get(CheckAudit).run(today));
    expect(await shown()).toContain('odop_audit_intact 0');
  });
});
