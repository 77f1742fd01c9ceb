import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { rupees } from '#platform/money';
import { IrpSimulator, type SimulatedEWayBill } from '#platform/simulators';
import { asOwner, boot, frozenClock, personActor, type Booted } from '#platform/testing';
import {
  AlarmEWayBill,
  AskEWayBillAgain,
  CallOffEWayBill,
  CancelEWayBill,
  DeclareTurnover,
  DocumentsQuery,
  EWayGate,
  FollowGoods,
  IssueDocument,
  MakeEWayBill,
  RegisterInvoice,
  TaxModule,
  WarnEWayBill,
  type SuppliedGoods,
} from '../src/index.js';
import { businessSupply, dearLines } from './builders/business-supply.js';

describe('R-6.23 goods above the value have their e-way bills', () => {
  const portal = new IrpSimulator();
  let app: Booted;
  const at = new Date('2026-11-23T06:00:00Z');

  beforeAll(async () => {
    await portal.start({ secretKey: 'key of this test' });
    Object.assign(process.env, { IRP_URL: portal.url, IRP_KEY: 'key of this test' });
    app = await boot([TaxModule]);
    await frozenClock.at(at);
  });
  afterEach(async () => {
    portal.faults.clear();
    await frozenClock.at(at);
  });
  afterAll(async () => {
    await frozenClock.thaw();
    await app.close();
    await portal.stop();
  });

  const inTx = <T>(work: (tx: Tx) => Promise<T>) => app.asSystem(() => app.get(UnitOfWork).run(work));
  const maker = (of: SuppliedGoods) => personActor({ organisationId: of.sellerId });
  async function issued(change: Parameters<typeof businessSupply>[0] = {}) {
    const of = businessSupply({ lines: dearLines(), ...change });
    return { ...(await inTx((tx) => app.get(IssueDocument).inside(tx, of))), of };
  }
  const makes = (documentId: string) => app.asSystem(() => app.get(MakeEWayBill).run({ documentId }));
  const bill = async (id: string) => (await inTx((tx) => app.get(DocumentsQuery).known(tx, id))).eWayBill;
  const made = () => (portal.state() as { eWayBills: SimulatedEWayBill[] }).eWayBills;
  const waiting = (name: string, id: string) =>
    asOwner(`select 1 from platform.outbox where name = $1 and payload->>'documentId' = $2`, [name, id]);
  const isMissing = (of: SuppliedGoods) => inTx((tx) => app.get(EWayGate).isMissing(tx, of.cause));

  test('R-6.23 at fifty thousand rupees none, a paisa above one is asked for, made and kept with its days', async () => {
    const below = await issued({ lines: dearLines(50_000) });
    expect(await bill(below.id)).toBeNull();
    expect(await isMissing(below.of)).toBe(false);
    const { id, of } = await issued({ lines: dearLines(50_000.01) });
    expect(await bill(id)).toMatchObject({ state: 'waiting', number: null });
    expect(await waiting('tax.make-eway-bill', id)).toHaveLength(1);
    expect(await isMissing(of)).toBe(true);
    await makes(id);
    // 812001 to 110001 is 712 km by the portal of tests.
    expect(await bill(id)).toMatchObject({
      ...{ state: 'made', number: expect.stringMatching(/^[0-9]{12}$/), distance_km: 712, valid_days: 4 },
    });
    expect(await isMissing(of)).toBe(false);
  });

  test('R-6.23 of goods not packed yet it is said whether they will need one', async () => {
    const willNeed = (price: number) =>
      inTx(async (tx) => app.get(EWayGate).willNeed(tx, businessSupply({ lines: dearLines(price) })));
    expect(await willNeed(50_000)).toBe(false);
    expect(await willNeed(50_000.01)).toBe(true);
  });

  test('R-6.23 of an invoice that must be registered it is made after that, of its number', async () => {
    const of = businessSupply({ lines: dearLines() });
    await app.as(maker(of), () => app.get(DeclareTurnover).run(rupees(6_00_00_000)));
    const { id } = await inTx((tx) => app.get(IssueDocument).inside(tx, of));
    expect(await waiting('tax.make-eway-bill', id)).toHaveLength(0);
    await makes(id);
    expect((await bill(id))?.state).toBe('waiting');
    await app.asSystem(() => app.get(RegisterInvoice).run({ documentId: id }));
    expect(await waiting('tax.make-eway-bill', id)).toHaveLength(1);
    await makes(id);
    const kept = await bill(id);
    const { registration } = await inTx((tx) => app.get(DocumentsQuery).known(tx, id));
    expect(made().find(({ number }) => number === kept!.number)?.irn).toBe(registration!.irn);
  });

  test('S-13 R-6.23 the portal did it and nobody answered: asked again it is looked up, and there is one', async () => {
    for (const kind of ['drop_after', 'error_after']) {
      const { id } = await issued();
      portal.fault({ kind, route: 'POST /ewaybills', times: 1 });
      await expect(makes(id)).rejects.toThrow();
      expect((await bill(id))?.state).toBe('waiting');
      const calls = portal.calls('POST /ewaybills');
      const count = made().length;
      await makes(id);
      await makes(id);
      expect((await bill(id))?.state).toBe('made');
      expect([portal.calls('POST /ewaybills'), made().length]).toEqual([calls, count]);
    }
  });

  test('S-13 R-6.23 it was down before it did anything, and twice at once: there is one', async () => {
    const { id } = await issued();
    portal.fault({ kind: 'drop_before', route: 'POST /ewaybills', times: 1 });
    await expect(makes(id)).rejects.toThrow();
    const count = made().length;
    await Promise.all([makes(id), makes(id)]);
    expect((await bill(id))?.state).toBe('made');
    expect(made()).toHaveLength(count + 1);
  });

  test('R-6.23 a refusal is told to maker and desk, and she may ask again', async () => {
    const { id, of } = await issued({ buyer: '9001' });
    await makes(id);
    expect(await bill(id)).toMatchObject({ state: 'refused', refusal: '3029' });
    expect(await waiting('tax.eway_bill_refused', id)).toHaveLength(1);
    const again = (who = maker(of)) => app.as(who, () => app.get(AskEWayBillAgain).run(id));
    await expect(again(personActor({ organisationId: newId() }))).rejects.toMatchObject({
      code: 'tax_eway_bill_not_needed',
    });
    await again();
    await expect(again()).rejects.toMatchObject({ code: 'illegal_transition' });
    expect(await waiting('tax.make-eway-bill', id)).toHaveLength(2);
  });

  test('R-6.23 our own checks hold back what would be refused; a paper without a recipient has none', async () => {
    const calls = portal.calls('POST /ewaybills');
    const { of } = await issued();
    const elsewhere = await issued({ supplier: { ...of.supplier, pincode: '110001' } });
    await makes(elsewhere.id);
    expect((await bill(elsewhere.id))?.refusal).toBe('seller_pin');
    const nobody = await issued({ recipient: null });
    await makes(nobody.id);
    expect((await bill(nobody.id))?.refusal).toBe('names_gone');
    expect(portal.calls('POST /ewaybills')).toBe(calls);
  });

  test('R-6.23 not made in two hours: maker and desk are told, once', async () => {
    const { id } = await issued();
    const alarm = app.get(AlarmEWayBill);
    const due = () => inTx((tx) => alarm.due(tx, 500));
    await frozenClock.at(new Date('2026-11-23T07:59:59Z'));
    expect(await due()).not.toContain(id);
    await frozenClock.at(new Date('2026-11-23T08:00:00Z'));
    expect(await due()).toContain(id);
    await app.asSystem(() => alarm.run(id));
    await app.asSystem(() => alarm.run(id));
    expect(await waiting('tax.eway_bill_waits', id)).toHaveLength(1);
  });

  describe('SM-5 of goods under way', () => {
    const due = () => inTx((tx) => app.get(WarnEWayBill).due(tx, 10_000));
    const left = ({ cause }: SuppliedGoods, when = at) => app.asSystem(() => app.get(FollowGoods).left(cause, when));
    const madeOne = async () => {
      const one = await issued();
      await makes(one.id);
      return one;
    };
    // Four days from 23 November, each to its midnight: until 27 November, 23:59:59 in India.
    const ends = new Date('2026-11-27T18:29:59Z');

    test.each([
      ['eight hours and a second before its end', -8 * 3_600 - 1, false],
      ['eight hours before', -8 * 3_600, true],
      ['after it', 60, true],
    ])('%s: it is told: %s', async (_, seconds, isTold) => {
      const { id, of } = await madeOne();
      expect((await bill(id))?.expires_at).toBeNull();
      await left(of);
      await left(of, new Date(at.getTime() + 86_400_000));
      expect((await bill(id))?.expires_at).toEqual(ends);
      await frozenClock.at(new Date(ends.getTime() + seconds * 1_000));
      expect((await due()).includes(id)).toBe(isTold);
    });

    test('once, however often the clock strikes, and not of what has arrived or never left', async () => {
      const [late, arrived, waits] = [await madeOne(), await madeOne(), await madeOne()];
      for (const { of } of [late, arrived]) await left(of);
      await app.asSystem(() => app.get(FollowGoods).ended(arrived.of.cause));
      await frozenClock.at(ends);
      const ids = await due();
      expect([late, arrived, waits].map(({ id }) => ids.includes(id))).toEqual([true, false, false]);
      for (const { id } of [late, late, arrived, waits]) await app.asSystem(() => app.get(WarnEWayBill).run(id));
      for (const [one, times] of [
        [late, 1],
        [arrived, 0],
        [waits, 0],
      ] as const)
        expect(await waiting('tax.eway_bill_expires', one.id)).toHaveLength(times);
    });
  });

  describe('of goods that will not move', () => {
    const callsOff = ({ cause }: SuppliedGoods) => app.asSystem(() => app.get(CallOffEWayBill).run(cause));
    const cancels = (documentId: string) => app.asSystem(() => app.get(CancelEWayBill).run({ documentId }));
    const there = (number: string) => made().find((one) => one.number === number)?.status;
    const age = (number: string) =>
      fetch(`${portal.url}/_control/eway-bills/${number}/age`, { method: 'POST' }).then(({ status }) => status);
    const cancellations = () => portal.calls('POST /ewaybills/cancellations');
    async function madeOne() {
      const one = await issued();
      await makes(one.id);
      return { ...one, number: (await bill(one.id))!.number! };
    }

    test('R-6.23 one that is made is cancelled at the portal, once, however often it is said', async () => {
      const { id, of, number } = await madeOne();
      const before = cancellations();
      await Promise.all([callsOff(of), callsOff(of)]);
      expect(await waiting('tax.cancel-eway-bill', id)).toHaveLength(1);
      expect((await bill(id))?.state).toBe('cancelling');
      await cancels(id);
      await cancels(id);
      expect(await bill(id)).toMatchObject({ state: 'cancelled', number });
      expect([there(number), cancellations()]).toEqual(['CNL', before + 1]);
      expect(await isMissing(of)).toBe(true);
    });

    test('S-13 the portal did it and nobody answered: it is cancelled all the same', async () => {
      const { id, of, number } = await madeOne();
      await callsOff(of);
      portal.fault({ kind: 'drop_after', route: 'POST /ewaybills/cancellations', times: 1 });
      await expect(cancels(id)).rejects.toThrow();
      expect((await bill(id))?.state).toBe('cancelling');
      await cancels(id);
      expect([(await bill(id))?.state, there(number)]).toEqual(['cancelled', 'CNL']);
    });

    test('R-6.23 not cancelled in two hours: maker and desk are told, and it is tried further', async () => {
      const { id, of } = await madeOne();
      await callsOff(of);
      await frozenClock.at(new Date(at.getTime() + 2 * 3_600_000));
      await app.asSystem(() => app.get(AlarmEWayBill).run(id));
      expect(await waiting('tax.eway_bill_kept', id)).toHaveLength(1);
      expect(await waiting('tax.eway_bill_waits', id)).toHaveLength(0);
      await cancels(id);
      expect((await bill(id))?.state).toBe('cancelled');
    });

    test('R-6.23 what the portal does not cancel any more is kept, and told to maker and desk', async () => {
      const { id, of, number } = await madeOne();
      expect(await age(number)).toBe(200);
      await callsOff(of);
      await cancels(id);
      expect(await bill(id)).toMatchObject({ state: 'kept', refusal: '316', number });
      expect(await waiting('tax.eway_bill_kept', id)).toHaveLength(1);
      expect(there(number)).toBe('ACT');
    });

    test('R-6.23 one that was never asked for, or refused, is ended without the portal', async () => {
      const before = cancellations();
      const never = await issued();
      await callsOff(never.of);
      await makes(never.id);
      await cancels(never.id);
      const refused = await issued({ buyer: '9001' });
      await makes(refused.id);
      await callsOff(refused.of);
      expect([(await bill(never.id))?.state, (await bill(refused.id))?.state]).toEqual(['cancelled', 'cancelled']);
      expect(await waiting('tax.cancel-eway-bill', refused.id)).toHaveLength(0);
      expect(cancellations()).toBe(before);
      await expect(app.as(maker(refused.of), () => app.get(AskEWayBillAgain).run(refused.id))).rejects.toMatchObject({
        code: 'illegal_transition',
      });
    });

    test('S-13 one whose number never came is looked for by its paper, while a call may be under way too', async () => {
      const { id, of } = await issued();
      portal.fault({ kind: 'drop_after', route: 'POST /ewaybills', times: 1 });
      await expect(makes(id)).rejects.toThrow();
      await callsOff(of);
      await cancels(id);
      expect([(await bill(id))?.state, made().at(-1)?.status]).toEqual(['cancelled', 'CNL']);

      const lost = await issued();
      portal.fault({ kind: 'drop_before', route: 'POST /ewaybills', times: 1 });
      await expect(makes(lost.id)).rejects.toThrow();
      await callsOff(lost.of);
      await expect(cancels(lost.id)).rejects.toThrow('ask again');
      await frozenClock.at(new Date(at.getTime() + 60_000));
      await cancels(lost.id);
      expect((await bill(lost.id))?.state).toBe('cancelled');
    });
  });
});
