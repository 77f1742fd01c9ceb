import { addDays, istDay, startOfIstDay } from '#platform/time';
import { rupees } from '#platform/money';
import { asOwner, boot, personActor, type Booted } from '#platform/testing';
import { UnitOfWork } from '#platform/database';
import {
  ApproveParameter,
  PolicyModule,
  PolicyQuery,
  ProposalsQuery,
  ProposeParameter,
  RejectParameter,
  SeedParameters,
  seedRows,
  type NewProposal,
} from '../src/index.js';

let app: Booted;
let policy: PolicyQuery;

beforeAll(async () => {
  app = await boot([PolicyModule]);
  policy = app.get(PolicyQuery);
});
afterAll(() => app.close());

const proposer = personActor({ label: 'proposer' });
const second = personActor({ label: 'second person' });
const refusal = (code: string) => expect.objectContaining({ code }) as Error;

const now = () => app.asSystem(() => app.get(UnitOfWork).run(async (tx) => tx.now));
const day = async (n: number) => addDays(istDay(await now()), n);
const wanted = async (more: Partial<NewProposal> = {}): Promise<NewProposal> => ({
  key: 'cod.max_paise',
  scope: 'GLOBAL',
  value: '750000',
  effective_from: await day(40),
  source: 'Order of the programme desk, invented for this test',
  reason: 'Couriers now insure cash up to this value.',
  ...more,
});
const propose = async (more: Partial<NewProposal> = {}) => {
  const wish = await wanted(more);
  return app.as(proposer, () => app.get(ProposeParameter).run(wish));
};
const approve = (id: string, as = second) => app.as(as, () => app.get(ApproveParameter).run(id));

describe('R-0.3 the register in the database', () => {
  it('holds every seeded row, and seeding again adds nothing', async () => {
    expect(await app.asSystem(() => app.get(SeedParameters).run())).toBe('nothing new');
    for (const row of seedRows().filter((one) => one.scope === 'GLOBAL')) {
      expect(policy.rowAt(row.key, startOfIstDay(row.effective_from)).value).toEqual(row.value);
    }
  });

  it('answers without asking the database', async () => {
    expect(policy.at('proc.direct.max', new Date('2024-07-09T18:29:59.999Z'))).toBe(rupees(25_000));
    expect(policy.at('proc.direct.max', new Date('2024-07-09T18:30:00.000Z'))).toBe(rupees(50_000));
    expect(policy.maybe('gst.tcs_bp', new Date('2018-01-01T00:00:00Z'))).toBeUndefined();
    expect(policy.at('gst.registration_threshold', await now(), { state: 'STATE:UP' })).toBe(rupees(40_00_000));
  });

  it('shows what held on any day', async () => {
    const then = policy.inForce('2024-07-09').map((row) => `${row.key} ${row.scope}`);
    expect(then).toContain('proc.direct.max GLOBAL');
    expect(then).toContain('gst.registration_threshold STATE:UP');
    expect(then).not.toContain('ra.notice_hours GLOBAL');
    expect(new Set(then).size).toBe(then.length);
    expect(await policy.today()).toBe(istDay(await now()));
  });

  it('R-0.5 sets deadlines by the value of the first day', () => {
    const placed = new Date('2026-11-22T10:00:00.000Z');
    expect(policy.deadline('order.accept_hours', placed)).toEqual(new Date('2026-11-27T10:00:00.000Z'));
    expect(policy.deadline('crac.days', placed)).toEqual(new Date('2026-12-02T18:29:59.000Z'));
    expect(policy.deadline('grv.redress', new Date('2027-01-31T10:00:00Z'))).toEqual(new Date('2027-02-28T18:29:59Z'));
  });

  it('never lets the service rewrite, delete or overlap what held', async () => {
    const attempt = (sql: string) => app.asSystem(() => app.get(UnitOfWork).run((tx) => tx.run(sql)));
    await expect(attempt(`update policy.parameter set value = '1'`)).rejects.toThrow('permission denied');
    await expect(attempt(`delete from policy.parameter`)).rejects.toThrow('permission denied');
    await expect(
      attempt(`insert into policy.parameter select gen_random_uuid(), key, scope, value, unit, effective_from + 1, null,
                      source, confidence, rule, says, null, added_at
                 from policy.parameter where key = 'proc.direct.max' and effective_to is null`),
    ).rejects.toThrow('parameter_never_overlaps');
  });
});

describe('S-28 a future value takes two persons', () => {
  it('is proposed, approved by another, and holds from its day on, not earlier', async () => {
    const proposal = await propose();
    expect(policy.at('cod.max_paise', startOfIstDay(proposal.effective_from))).toBe(rupees(5_000));
    const row = await approve(proposal.id);
    await policy.refresh();
    const start = startOfIstDay(row.effective_from);
    expect(policy.at('cod.max_paise', start)).toBe(rupees(7_500));
    expect(policy.at('cod.max_paise', new Date(start.getTime() - 1))).toBe(rupees(5_000));
    expect(policy.history('cod.max_paise').map((one) => one.effective_to)).toEqual([row.effective_from, null]);
  });

  it('leaves who, what and why', async () => {
    const proposal = await propose({ effective_from: await day(80) });
    await approve(proposal.id);
    const notes = await asOwner<{ action: string; reason: string }>(
      `select action, reason from platform.audit where person_id = any($1) and object_id = 'cod.max_paise' order by id desc limit 2`,
      [[proposer.personId, second.personId]],
    );
    expect(notes.map((note) => note.action)).toEqual(['policy.approved', 'policy.proposed']);
    expect(notes[0]!.reason).toBe('Couriers now insure cash up to this value.');
  });

  it('is refused in this order: unknown, decided already, own proposal, past day, taken day', async () => {
    await expect(approve('01890a5d-ac96-774b-bcce-b302099a8057')).rejects.toEqual(refusal('proposal_unknown'));
    const done = await propose({ effective_from: await day(100) });
    await expect(approve(done.id, proposer)).rejects.toEqual(refusal('proposer_cannot_approve'));
    const rival = await propose({ effective_from: await day(100) });
    await approve(done.id);
    await expect(approve(done.id, proposer)).rejects.toEqual(refusal('proposal_not_open'));
    await expect(approve(rival.id)).rejects.toEqual(refusal('parameter_changes_that_day'));
    await expect(propose({ effective_from: await day(100) })).rejects.toEqual(refusal('parameter_changes_that_day'));
    await expect(propose({ effective_from: await day(0) })).rejects.toEqual(refusal('parameter_not_in_future'));
    await expect(propose({ value: 'much' })).rejects.toEqual(refusal('parameter_value_invalid'));
    await expect(propose({ key: 'cod.max' })).rejects.toEqual(refusal('parameter_unknown'));
  });

  it('approved twice at once is approved once', async () => {
    const proposal = await propose({ effective_from: await day(120) });
    const third = personActor({ label: 'third person' });
    const outcomes = await Promise.allSettled([approve(proposal.id), approve(proposal.id, third)]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((outcome) => outcome.status === 'rejected')!.reason).toEqual(refusal('proposal_not_open'));
  });

  it('may be turned down by the second person only, with a reason', async () => {
    const proposal = await propose({ effective_from: await day(140) });
    const reject = (as = second) =>
      app.as(as, () => app.get(RejectParameter).run(proposal.id, 'The cover ends in March.'));
    const open = () => app.asSystem(() => app.get(ProposalsQuery).page('open', null, 'next', 100));
    expect((await open()).map((one) => one.id)).toContain(proposal.id);
    await expect(reject(proposer)).rejects.toEqual(refusal('proposer_cannot_approve'));
    await reject();
    expect((await open()).map((one) => one.id)).not.toContain(proposal.id);
    await expect(approve(proposal.id)).rejects.toEqual(refusal('proposal_not_open'));
  });

  it('is not for machines or jobs', async () => {
    const machine = personActor({ kind: 'machine', label: 'a key' });
    const wish = await wanted({ effective_from: await day(160) });
    await expect(app.as(machine, () => app.get(ProposeParameter).run(wish))).rejects.toEqual(
      refusal('policy_needs_person'),
    );
    await expect(app.asSystem(() => app.get(ProposeParameter).run(wish))).rejects.toEqual(
      refusal('policy_needs_person'),
    );
  });

  it('begins between two rows and ends where the later one begins', async () => {
    const late = await propose({ key: 'match.hours', value: 72, effective_from: await day(60) });
    await approve(late.id);
    const early = await propose({ key: 'match.hours', value: 60, effective_from: await day(30) });
    await approve(early.id);
    await policy.refresh();
    expect(policy.history('match.hours').map((row) => [row.value, row.effective_to])).toEqual([
      [48, early.effective_from],
      [60, late.effective_from],
      [72, null],
    ]);
  });

  it('can bind one class of buyers only', async () => {
    const proposal = await propose({ key: 'proc.direct.max', scope: 'SCIENTIFIC', value: '10000000' });
    await approve(proposal.id);
    await policy.refresh();
    const start = startOfIstDay(proposal.effective_from);
    expect(policy.at('proc.direct.max', start, { buyerClass: 'SCIENTIFIC' })).toBe(rupees(1_00_000));
    expect(policy.at('proc.direct.max', start, { buyerClass: 'CENTRAL' })).toBe(rupees(50_000));
  });

  it('reaches another process without a restart', async () => {
    const other = await boot([PolicyModule]);
    try {
      const proposal = await propose({ key: 'listing.images_min', value: 4, effective_from: await day(50) });
      await approve(proposal.id);
      const theirs = other.get(PolicyQuery);
      await theirs.refresh();
      expect(theirs.at('listing.images_min', startOfIstDay(proposal.effective_from))).toBe(4);
    } finally {
      await other.close();
    }
  });
});

describe('seeding an empty register', () => {
  it('two processes at once leave one register, as this release knows it', async () => {
    await asOwner(`truncate policy.parameter, policy.parameter_proposal`);
    const seed = () => app.asSystem(() => app.get(SeedParameters).run());
    const said = await Promise.all([seed(), seed()]);
    expect(said.sort()).toEqual([`added ${seedRows().length} values`, 'nothing new']);
    await policy.refresh();
    expect(policy.history('match.hours').map((row) => row.effective_to)).toEqual([null]);
  });
});
