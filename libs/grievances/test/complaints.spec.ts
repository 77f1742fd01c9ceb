import { z } from 'zod';
import { newId, type Actor } from '#platform/kernel';
import { SubjectKeys } from '#platform/crypto';
import { UnitOfWork, type Tx } from '#platform/database';
import { asOwner, boot, frozenClock, personActor, type Booted } from '#platform/testing';
import { Shop } from '../../orders/test/builders/shop.js';
import {
  AcknowledgeComplaint,
  AnswerResolution,
  ComplaintsQuery,
  GrievancesModule,
  RaiseComplaint,
  ResolveComplaint,
  StrikeComplaint,
  WithdrawComplaint,
  type RaisedComplaint,
} from '../src/index.js';

const refusal = (code: string) => expect.objectContaining({ code });
const received = new Date('2027-01-31T10:00:00Z');
const words = 'The colour of the stole runs.';

describe('Complaints', () => {
  const shop = new Shop();
  let app: Booted;
  beforeAll(async () => {
    await shop.open();
    app = await boot([GrievancesModule]);
  }, 60_000);
  beforeEach(() => frozenClock.at(received));
  afterEach(() => frozenClock.thaw());
  afterAll(async () => {
    await app.close();
    await shop.close();
  });

  const officer = personActor({ permissions: new Set(['admin:complaints']) });
  const nodalPerson = personActor({ permissions: new Set(['admin:complaints', 'admin:complaints-above']) });
  const inTx = <T>(by: Actor, read: (tx: Tx) => Promise<T>) => app.as(by, () => app.get(UnitOfWork).run(read));
  const raises = (by: Actor, said: Partial<RaisedComplaint> = {}) =>
    app.as(by, () => app.get(RaiseComplaint).run({ about: 'platform', words, ...said }));
  const reads = (by: Actor, id: string) => inTx(by, (tx) => app.get(ComplaintsQuery).own(tx, id));
  const acknowledges = (id: string, by = officer) => app.as(by, () => app.get(AcknowledgeComplaint).run(id));
  const begins = (id: string) => app.as(officer, () => app.get(AcknowledgeComplaint).begin(id));
  const resolves = (id: string, by = officer) =>
    app.as(by, () => app.get(ResolveComplaint).run(id, 'upheld', 'The dye was not fixed.'));
  const reopens = (by: Actor, id: string) => app.as(by, () => app.get(AnswerResolution).reopen(id, 'It still runs.'));
  /** What the sweep does at this moment; several clocks may be due. */
  async function strikes(id: string) {
    const due = await app.asSystem(() => app.get(UnitOfWork).run((tx) => app.get(StrikeComplaint).due(tx, 100_000)));
    await app.asSystem(() => app.get(StrikeComplaint).run(id));
    return due.includes(id);
  }
  const told = async (id: string) =>
    (
      await asOwner<{ name: string }>(
        `select name from platform.outbox where kind = 'event' and payload ->> 'complaintId' = $1 order by id`,
        [id],
      )
    ).map(({ name }) => name.replace('grievances.', ''));
  /** Acknowledged and decided. */
  async function decided(by: Actor) {
    const { id } = await raises(by);
    await acknowledges(id);
    await begins(id);
    await resolves(id);
    return id;
  }

  test('R-9.2 the ticket is there at once, with 48 hours and a month of the calendar from the receipt', async () => {
    const shopper = personActor();
    const { id } = await raises(shopper);
    const complaint = await reads(shopper, id);
    expect(complaint).toMatchObject({
      ticket: expect.stringMatching(/^ODB-G-2026-27-\w{5}-\w{5}$/),
      state: 'received',
      acknowledge_by: new Date('2027-02-02T10:00:00Z'),
      redress_by: new Date('2027-02-28T18:29:59Z'),
      steps: [{ event: 'raise', made_by: 'shopper', words }],
    });
    await acknowledges(id);
    expect(await reads(shopper, id)).toMatchObject({ state: 'acknowledged', acknowledged_at: received });
    expect(await told(id)).toEqual(['raised', 'acknowledged']);
  });

  test('R-9.2 nobody acknowledges: the desk hears of it once, a second after 48 hours and not before', async () => {
    const { id } = await raises(personActor());
    await frozenClock.at(new Date('2027-02-02T09:59:59Z'));
    expect(await strikes(id)).toBe(false);
    await frozenClock.at(new Date('2027-02-02T10:00:01Z'));
    expect([await strikes(id), await strikes(id)]).toEqual([true, false]);
    expect(await told(id)).toEqual(['raised', 'waits']);
  });

  test('SM-9 R-9.2 from day 20 on only the nodal person decides; after the month it is flagged once', async () => {
    const shopper = personActor();
    const { id } = await raises(shopper);
    await acknowledges(id);
    await begins(id);
    await frozenClock.at(new Date('2027-02-20T18:30:00Z')); // the clock has not come round yet
    await expect(resolves(id)).rejects.toThrow(refusal('complaint_above_desk'));
    expect([await strikes(id), await strikes(id)]).toEqual([true, false]);
    await expect(resolves(id)).rejects.toThrow(refusal('complaint_above_desk'));
    expect((await reads(shopper, id)).state).toBe('escalated');
    await frozenClock.at(new Date('2027-02-28T18:30:00Z'));
    expect([await strikes(id), await strikes(id)]).toEqual([true, false]);
    await resolves(id, nodalPerson);
    expect(await reads(shopper, id)).toMatchObject({
      state: 'resolved',
      breached_at: new Date('2027-02-28T18:30:00Z'),
    });
    expect(await told(id)).toEqual(['raised', 'acknowledged', 'escalated', 'breached', 'resolved']);
  });

  test.each<[string, number, boolean]>([
    ['in the last second of its month', 0, false],
    ['a second later, before the clock has come round', 1, true],
  ])('SM-9 decided %s: late %s s, flagged %s', async (_, seconds, isLate) => {
    const shopper = personActor();
    const { id } = await raises(shopper);
    await acknowledges(id);
    await begins(id);
    await frozenClock.at(new Date(Date.parse('2027-02-28T18:29:58Z') + seconds * 1_000));
    await resolves(id, nodalPerson);
    expect((await reads(shopper, id)).breached_at !== null).toBe(isLate);
    expect((await told(id)).includes('breached')).toBe(isLate);
  });

  test('SM-9 one that nobody looked at until all its clocks struck goes through each of them', async () => {
    const { id } = await raises(personActor());
    await frozenClock.at(new Date('2027-03-05T00:00:00Z'));
    for (let i = 0; i < 4; i++) await strikes(id);
    expect(await told(id)).toEqual(['raised', 'waits', 'escalated', 'breached']);
  });

  test('SM-9 she reopens once, in the days after the decision; then it is decided for good', async () => {
    const shopper = personActor();
    const id = await decided(shopper);
    expect(await reads(shopper, id)).toMatchObject({
      outcome: 'upheld',
      reopen_until: new Date('2027-02-07T18:29:59Z'),
    });
    await reopens(shopper, id);
    expect(await reads(shopper, id)).toMatchObject({ state: 'in_progress', outcome: null, reopen_until: null });
    await resolves(id);
    await expect(reopens(shopper, id)).rejects.toThrow(refusal('reopened_already'));
    expect((await reads(shopper, id)).steps.map(({ event, words: said }) => [event, said])).toEqual([
      ['raise', words],
      ['acknowledge', null],
      ['begin', null],
      ['resolve', 'The dye was not fixed.'],
      ['reopen', 'It still runs.'],
      ['resolve', 'The dye was not fixed.'],
    ]);
    expect((await told(id)).slice(2)).toEqual(['resolved', 'reopened', 'resolved']);
  });

  test('SM-9 without a word from her it closes after seven days, and cannot be reopened in the second after', async () => {
    const shopper = personActor();
    const id = await decided(shopper);
    await frozenClock.at(new Date('2027-02-07T18:29:58Z'));
    expect(await strikes(id)).toBe(false);
    await frozenClock.at(new Date('2027-02-07T18:30:00Z'));
    await expect(reopens(shopper, id)).rejects.toThrow(refusal('reopen_time_over'));
    expect(await strikes(id)).toBe(true);
    expect((await reads(shopper, id)).state).toBe('closed');
    await expect(reopens(shopper, id)).rejects.toThrow(refusal('illegal_transition'));
  });

  test('SM-9 she is content, or takes it back', async () => {
    const shopper = personActor();
    const content = await decided(shopper);
    await app.as(shopper, () => app.get(AnswerResolution).confirm(content));
    expect(await reads(shopper, content)).toMatchObject({ state: 'closed', outcome: 'upheld', due_at: null });
    const { id } = await raises(shopper);
    await app.as(shopper, () => app.get(WithdrawComplaint).run(id));
    expect(await reads(shopper, id)).toMatchObject({ state: 'closed', outcome: 'withdrawn', due_at: null });
    await expect(acknowledges(id)).rejects.toThrow(refusal('illegal_transition'));
  });

  test('S-42 S-43 of an order only its shopper complains, and of a complaint only she reads', async () => {
    const order = await shop.ordered(await shop.piece());
    const { id, ...complaint } = await raises(order.shopper, { about: 'goods', orderId: order.orderId });
    expect(complaint).toMatchObject({ seller_id: order.maker.sellerId, order_number: order.placed.orders[0]!.number });
    for (const other of [order.maker.actor, personActor({ organisationId: newId() })]) {
      const raised = raises(other, { about: 'goods', orderId: order.orderId });
      await expect(raised).rejects.toThrow(refusal('order_not_found'));
      await expect(reads(other, id)).rejects.toThrow(refusal('complaint_not_found'));
      await expect(reopens(other, id)).rejects.toThrow(refusal('complaint_not_found'));
    }
  });

  test('S-3 a form about an order that is sent twice, or at once, is one complaint', async () => {
    const { shopper, orderId } = await shop.ordered(await shop.piece());
    const said = { about: 'goods', orderId } as const;
    const made = await Promise.all([raises(shopper, said), raises(shopper, said), raises(shopper, said)]);
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    await acknowledges(made[0].id);
    for (const other of [said, { ...said, words: 'A thread is loose.' }])
      expect((await raises(shopper, other)).id).not.toBe(made[0].id);
  });

  test('S-52 five are open at a time, however many come at once', async () => {
    const shopper = personActor();
    const came = await Promise.allSettled(Array.from({ length: 8 }, () => raises(shopper)));
    expect(came.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    await expect(raises(shopper)).rejects.toThrow(refusal('too_many_complaints'));
  });

  test('S-28 nobody of the desk works on a complaint of her own', async () => {
    const { id } = await raises(officer);
    await expect(acknowledges(id)).rejects.toThrow(refusal('own_complaint'));
    await acknowledges(id, nodalPerson);
  });

  test('S-63 S-66 what was said is sealed, gone with her key, and nobody waits for an answer', async () => {
    const shopper = personActor();
    const [open, done] = [(await raises(shopper)).id, await decided(shopper)];
    const rows = await app.asSystem(() =>
      app.get(UnitOfWork).run((tx) =>
        tx.many(
          z.object({ row: z.string() }),
          `select encode(words_sealed, 'escape') as row from grievances.complaint_step
              where person_id = $1 and words_sealed is not null`,
          [shopper.personId],
        ),
      ),
    );
    expect(rows).toHaveLength(3);
    expect(rows.map(({ row }) => row).join()).not.toMatch(/the stole|dye was/);
    await app.asSystem(() => app.get(UnitOfWork).run((tx) => app.get(SubjectKeys).destroy(tx, shopper.personId!)));
    await app.asSystem(() => app.get(WithdrawComplaint).forget(shopper.personId!));
    for (const id of [open, done]) {
      const { state, steps } = await inTx(officer, (tx) => app.get(ComplaintsQuery).onDesk(tx, id));
      expect([state, steps.filter(({ words: said }) => said !== null)]).toEqual(['closed', []]);
    }
  });
});
