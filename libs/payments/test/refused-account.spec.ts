import { newId, type Actor } from '#platform/kernel';
import { RegistriesSimulator } from '#platform/simulators';
import { asOwner, frozenClock } from '#platform/testing';
import { ChangePayoutAccount, CheckPayoutAccount, PayoutAccountsQuery, SellersModule } from '#sellers';
import { makers, type Maker } from '../../sellers/test/builders/makers.js';
import { CheckPayout, PaymentsModule } from '../src/index.js';
import { Money } from './builders/money.js';

const good = { holder: 'Meena Devi', account: '30000000771', ifsc: 'SBIN0001234' };
/** The bank knows no account that ends so. */
const refused = { ...good, account: '300000009991' };

/** The sellers module itself says where the money goes. */
describe('S-9 a payout while a changed account stands refused', () => {
  const money = new Money();
  const registries = new RegistriesSimulator();
  let make: ReturnType<typeof makers>;
  beforeAll(async () => {
    await registries.start({ secretKey: 'sk_test_simulated' });
    process.env['REGISTRIES_URL'] = registries.url;
    await money.open([PaymentsModule, SellersModule]);
    for (const stub of ['of', 'restsUntil']) Reflect.deleteProperty(money.app.get(PayoutAccountsQuery), stub);
    make = makers(money.app);
  });
  afterEach(() => frozenClock.thaw());
  afterAll(async () => {
    await money.close();
    await registries.stop();
  });

  const changes = async (maker: Maker, account: typeof good): Promise<void> => {
    const owner: Actor = { ...maker.actor, secondFactorAt: new Date() };
    await money.app.as(owner, () => money.app.get(ChangePayoutAccount).run(account));
    const [asked] = await asOwner<{ payload: { sellerId: string; paperId: string } }>(
      `select payload from platform.outbox
        where name = 'sellers.check-payout-account' and payload ->> 'sellerId' = $1 order by id desc limit 1`,
      [maker.sellerId],
    );
    await money.app.asSystem(() => money.app.get(CheckPayoutAccount).run(asked!.payload));
  };

  test('waits, and goes out after a good one', async () => {
    const maker = await make.verified();
    const payment = await money.captured(10_000n);
    await frozenClock.at(new Date('2027-03-01T10:00:00Z'));
    await changes(maker, refused);
    await frozenClock.later(49 * 3_600);
    const payoutId = await money.payout(payment, 8_000n, { kind: 'order', id: newId() }, maker.sellerId);
    await money.work();
    expect(await money.row('payout', payoutId!)).toMatchObject({
      state: 'scheduled',
      check_at: new Date('2027-03-03T12:00:00Z'),
    });
    await changes(maker, good);
    for (const hours of [1, 48]) {
      await frozenClock.later(hours * 3_600);
      await money.app.asSystem(() => money.app.get(CheckPayout).run(payoutId!));
      await money.work();
      expect(await money.row('payout', payoutId!)).toMatchObject({ state: hours === 48 ? 'paid' : 'scheduled' });
    }
  });
});
