import { asOwner, type Booted } from '#platform/testing';
import { AnswerExtension, AskExtension, Extensions } from '../src/index.js';
import { askedUntil, daysAfterDecision, type ExtensionDecision } from '../src/contract/extension.js';
import { openTrade, type Trade } from './builders/open-trade.js';
import { clock, type Office, type Ordered } from './builders/purchases.js';
import type { Goods } from '../../catalogue/test/builders/goods.js';

const refusal = (code: string) => expect.objectContaining({ code });
const ist = (text: string) => new Date(`${text}+05:30`);
const lastSecond = (day: string) => ist(`${day}T23:59:59`);

describe('R-3.3 which day may be asked for', () => {
  const undelivered = { state: 'accepted', deliver_by: lastSecond('2026-12-10') } as const;
  const now = ist('2026-12-01T12:00:00');

  test.each([
    ['2026-12-11', 'the next day'],
    ['2027-03-31', 'any later one'],
  ])('%s: %s', (day) => expect(askedUntil(undelivered, day, now)).toEqual(lastSecond(day)));

  test.each([
    ['2026-12-10', 'the day itself'],
    ['2026-12-09', 'an earlier one'],
  ])('not %s: %s', (day) =>
    expect(() => askedUntil(undelivered, day, now)).toThrow(refusal('extension_not_later') as unknown as Error),
  );

  test('she asks until the last second of her day', () => {
    expect(askedUntil(undelivered, '2026-12-11', ist('2026-12-10T23:59:59.999'))).toEqual(lastSecond('2026-12-11'));
    const after = () => askedUntil(undelivered, '2026-12-12', ist('2026-12-11T00:00:00'));
    expect(after).toThrow(refusal('extension_too_late') as unknown as Error);
  });

  test.each(['issued', 'delivered', 'settled', 'completed', 'lapsed', 'rejected'] as const)(
    'nothing is put off of a contract that is %s',
    (state) => {
      const asks = () => askedUntil({ ...undelivered, state }, '2026-12-11', now);
      expect(asks).toThrow(refusal('extension_too_late') as unknown as Error);
    },
  );

  test.each<[ExtensionDecision, string, string]>([
    ['granted', '2026-12-20', '2026-12-20'],
    ['granted_with_damages', '2026-12-20', '2026-12-10'],
    ['refused', '2026-12-10', '2026-12-10'],
  ])('%s: expected by %s, late after %s', (decision, deliver_by, late_after) => {
    const days = { deliver_by: lastSecond('2026-12-10'), late_after: lastSecond('2026-12-10') };
    expect(daysAfterDecision(days, lastSecond('2026-12-20'), decision)).toEqual({
      deliver_by: lastSecond(deliver_by),
      late_after: lastSecond(late_after),
    });
  });
});

describe('Putting a delivery off', () => {
  let trade: Trade;
  let buying: Trade['buying'];
  let office: Office;
  let piece: Goods;
  beforeAll(async () => {
    trade = await openTrade();
    buying = trade.buying;
    office = await buying.office();
    piece = await buying.shop.live({ stock: 5_000, price_paise: 10_000 });
  }, 60_000);
  afterEach(() => clock.runs());
  afterAll(() => trade.close());

  const get: Booted['get'] = (token) => trade.app.get(token);
  const why = 'The dye house is flooded.';
  /** Ordered on 1 December for the 6th, and accepted. */
  async function due(): Promise<Ordered> {
    await clock.stands(ist('2026-12-01T12:00:00'));
    const one = await buying.ordered(office, piece, { deliveryDays: 5 });
    await buying.accepts(one);
    return one;
  }
  const asks = (one: Ordered, day: string) =>
    trade.app.as(one.piece.maker.actor, () => get(AskExtension).run(one.contract.id, day, why));
  const answers = (
    one: Ordered,
    extensionId: string,
    decision: ExtensionDecision,
    reason: string | null = null,
    by = office.buyer,
  ) => trade.app.as(by, () => get(AnswerExtension).run(one.contract.id, { extensionId, decision, reason }));
  const billOf = async (one: Ordered, deliveredOn: string) => {
    await clock.stands(ist(`${deliveredOn}T12:00:00`));
    await buying.delivers(one);
    await buying.receives(one);
    await buying.judges(one, 10);
    return buying.bills(one);
  };

  test('R-3.3 silence is no consent: until the office answers, the day stays and delay costs', async () => {
    const one = await due();
    expect(await asks(one, '2026-12-20')).toMatchObject({ decision: null, until: lastSecond('2026-12-20') });
    expect(await buying.contract(one.contract.id)).toMatchObject({ deliver_by: lastSecond('2026-12-06') });
    expect(await billOf(one, '2026-12-14')).toMatchObject({ late_days: 8, damages_paise: 1_000n });
  });

  test('R-3.3 granted without damages, what comes by the later day is in time', async () => {
    const one = await due();
    const { id } = await asks(one, '2026-12-20');
    expect(await answers(one, id, 'granted')).toMatchObject({ decision: 'granted' });
    const days = { deliver_by: lastSecond('2026-12-20'), late_after: lastSecond('2026-12-20') };
    expect(await buying.contract(one.contract.id)).toMatchObject(days);
    expect(await billOf(one, '2026-12-20')).toMatchObject({ late_days: 0, damages_paise: 0n });
  });

  test('R-3.3 R-3.4 granted with damages, delay is counted from the old day', async () => {
    const one = await due();
    await answers(one, (await asks(one, '2026-12-20')).id, 'granted_with_damages');
    const days = { deliver_by: lastSecond('2026-12-20'), late_after: lastSecond('2026-12-06') };
    expect(await buying.contract(one.contract.id)).toMatchObject(days);
    expect(await billOf(one, '2026-12-14')).toMatchObject({ late_days: 8, damages_paise: 1_000n });
  });

  test('R-3.3 a refusal has its words, and she may ask for another day', async () => {
    const one = await due();
    const { id } = await asks(one, '2026-12-20');
    await expect(answers(one, id, 'refused')).rejects.toEqual(refusal('reason_needed'));
    const answer = 'The hall opens on the 15th.';
    expect(await answers(one, id, 'refused', answer)).toMatchObject({ decision: 'refused', answer });
    expect(await buying.contract(one.contract.id)).toMatchObject({ deliver_by: lastSecond('2026-12-06') });
    await expect(answers(one, id, 'granted')).rejects.toEqual(refusal('extension_not_open'));
    const again = await asks(one, '2026-12-14');
    const both = await trade.app.as(office.consignee, () => get(Extensions).read(one.contract.id));
    expect(both.map((row) => [row.id, row.decision])).toEqual([
      [again.id, null],
      [id, 'refused'],
    ]);
  });

  test('R-3.3 one request is open at a time, also when two come at once', async () => {
    const one = await due();
    const both = await Promise.allSettled([asks(one, '2026-12-20'), asks(one, '2026-12-21')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(asks(one, '2026-12-22')).rejects.toEqual(refusal('extension_open'));
  });

  test('R-3.3 two officers who answer at once give one answer', async () => {
    const one = await due();
    const { id } = await asks(one, '2026-12-20');
    const both = await Promise.allSettled([answers(one, id, 'granted'), answers(one, id, 'granted_with_damages')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const told = await asOwner(
      `select 1 from platform.outbox where name = 'procurement.extension_answered' and payload ->> 'contractId' = $1`,
      [one.contract.id],
    );
    expect(told).toHaveLength(1);
  });

  test('R-3.3 once the goods are there nothing is put off any more', async () => {
    const one = await due();
    const { id } = await asks(one, '2026-12-20');
    await buying.delivers(one);
    await expect(answers(one, id, 'granted')).rejects.toEqual(refusal('extension_too_late'));
    await expect(asks(one, '2026-12-21')).rejects.toEqual(refusal('extension_too_late'));
  });

  test('S-42 to another seller and another office it is not there', async () => {
    const one = await due();
    const { id } = await asks(one, '2026-12-20');
    const other = await buying.office();
    const none = refusal('contract_not_found');
    await expect(answers(one, id, 'granted', null, other.buyer)).rejects.toEqual(none);
    const stranger = buying.stranger();
    await expect(
      trade.app.as(stranger, () => get(AskExtension).run(one.contract.id, '2026-12-21', why)),
    ).rejects.toEqual(none);
    await expect(trade.app.as(stranger, () => get(Extensions).read(one.contract.id))).rejects.toEqual(none);
  });
});
