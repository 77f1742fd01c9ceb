import { ApproveParameter, ProposeParameter } from '#policy';
import { frozenClock, freshDatabase, personActor, type TestDatabase } from '#platform/testing';
import { AnswerReturn, AskReturn, ReceiveReturn } from '../src/index.js';
import { Shop, type Placed } from './builders/shop.js';

describe('R-9.3 the carriage of what comes back', () => {
  const shop = new Shop();
  const wasAt = { url: process.env['DATABASE_URL'], ownerUrl: process.env['DATABASE_OWNER_URL'] };
  let database: TestDatabase;
  beforeAll(async () => {
    // The policy of this test is nobody else's.
    database = await freshDatabase();
    process.env['DATABASE_URL'] = database.appUrl;
    process.env['DATABASE_OWNER_URL'] = database.ownerUrl;
    await shop.open();
  }, 60_000);
  afterAll(async () => {
    await frozenClock.thaw();
    await shop.close();
    process.env['DATABASE_URL'] = wasAt.url;
    process.env['DATABASE_OWNER_URL'] = wasAt.ownerUrl;
    await database.drop();
  });

  /** ₹ 50 of goods, so that she pays for carriage. */
  const delivered = async (): Promise<Placed> =>
    shop.order('delivered', await shop.piece({ stock: 1, price_paise: 5_000 }), 1);
  async function comesBack(order: Placed): Promise<bigint> {
    const lines = [{ lineId: (await shop.row(order.orderId)).lines[0]!.id, quantity: 1 }];
    const asked = { lines, reason: 'changed_mind' as const, note: null };
    await shop.app.as(order.shopper, () => shop.app.get(AskReturn).run(order.orderId, asked));
    await shop.app.as(order.maker.actor, () => shop.app.get(AnswerReturn).approve(order.orderId));
    await shop.app.as(order.maker.actor, () => shop.app.get(ReceiveReturn).run(order.orderId, true));
    await shop.carry(3);
    return (await shop.row(order.orderId)).refunded_paise;
  }

  test('R-9.3 SM-4 who pays for it is a dated row: a change holds for what is ordered from that day on, not for what was before', async () => {
    await frozenClock.at(new Date('2027-05-20T06:00:00Z'));
    const wish = {
      key: 'returns.carriage_back_for',
      scope: 'GLOBAL',
      value: ['changed_mind', 'defect', 'wrong', 'late'],
    } as const;
    const reasons = { source: 'A promise invented for this test', reason: 'Makes shoppers trust us.' };
    const proposal = await shop.app.as(personActor({ label: 'proposer' }), () =>
      shop.app.get(ProposeParameter).run({ ...wish, effective_from: '2027-06-01', ...reasons }),
    );
    await shop.app.as(personActor({ label: 'second person' }), () => shop.app.get(ApproveParameter).run(proposal.id));

    await frozenClock.at(new Date('2027-05-31T18:29:59Z'));
    const before = await delivered();
    await frozenClock.at(new Date('2027-05-31T18:30:00Z'));
    const after = await delivered();
    expect([await comesBack(before), await comesBack(after)]).toEqual([5_000n, after.placed.total_paise]);
    expect(after.placed.total_paise).toBeGreaterThan(5_000n);
  });
});
