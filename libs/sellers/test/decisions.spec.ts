import { UnitOfWork } from '#platform/database';
import { asOwner, personActor, type Booted } from '#platform/testing';
import {
  ApproveSeller,
  RejectSeller,
  RequestInformation,
  SellersQuery,
  SettleOverdueSeller,
  SubmitApplication,
} from '../src/index.js';
import { reviewedBy, sellerClasses } from '../src/domain/seller-class.js';
import { type Maker } from './builders/makers.js';
import { openSellers, type OpenSellers } from './builders/open-sellers.js';

const second_ms = 1_000;

describe('Deciding on an application', () => {
  let app: Booted;
  let make: OpenSellers['make'];
  let opened: OpenSellers;
  beforeAll(async () => {
    opened = await openSellers();
    ({ app, make } = opened);
  });
  afterEach(() => asOwner(`delete from platform.clock`));
  afterAll(() => opened.close());

  const row = async (maker: Maker) =>
    (
      await asOwner<{ state: string; due_at: Date | null }>(`select state, due_at from sellers.seller where id = $1`, [
        maker.sellerId,
      ])
    )[0]!;
  /** The business clock stands still at an instant. */
  const clockStands = (at: Date) =>
    asOwner(
      `insert into platform.clock (base_at, real_at, speed) values ($1, clock_timestamp(), 1e-12)
       on conflict (one) do update set base_at = excluded.base_at, real_at = excluded.real_at, speed = excluded.speed`,
      [at],
    );
  async function sweeps({ sellerId }: Maker): Promise<boolean> {
    const due = await app.asSystem(() => app.get(UnitOfWork).run((tx) => app.get(SellersQuery).due(tx, 1_000)));
    await app.asSystem(() => app.get(SettleOverdueSeller).run(sellerId));
    return due.includes(sellerId);
  }

  test('SM-1 S-11 two officers of one desk decide at once: one decision, the other is told that it is taken', async () => {
    const desk = await make.officerOf('bhagalpur');
    const officers = [desk, personActor({ organisationId: desk.organisationId })] as const;
    for (let round = 0; round < 5; round++) {
      const maker = await make.underReview();
      const { sellerId } = maker;
      const acts = [
        () => app.get(ApproveSeller).run(sellerId, ['pehchan_card']),
        () => app.get(RejectSeller).run(sellerId, 'The card belongs to somebody else.'),
        () => app.get(RequestInformation).run(sellerId, 'Which loom?'),
      ];
      const outcomes = await Promise.allSettled(
        Array.from({ length: 9 }, (_, i) => app.as(officers[i % 2]!, acts[(i + round) % 3]!)),
      );
      const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
      expect(refused).toHaveLength(8);
      for (const reason of refused) expect(reason).toMatchObject({ code: 'illegal_transition', status: 409 });
      expect(['verified', 'rejected', 'needs_correction']).toContain((await row(maker)).state);
    }
  });

  test('SM-1 R-0.5 an unanswered correction lapses after its last legal second, not before', async () => {
    const [answered, silent] = [await make.underReview(), await make.underReview()];
    const officer = await make.officerOf('bhagalpur');
    for (const { sellerId } of [answered, silent])
      await app.as(officer, () => app.get(RequestInformation).run(sellerId, 'Which loom?'));
    const { due_at } = await row(silent);
    await clockStands(new Date(due_at!.getTime() - second_ms));
    expect(await sweeps(silent)).toBe(false);
    expect(await row(silent)).toMatchObject({ state: 'needs_correction' });
    await app.as(answered.actor, () => app.get(SubmitApplication).run(answered.sellerId, 'en-1'));
    await clockStands(new Date(due_at!.getTime() + second_ms));
    expect(await sweeps(silent)).toBe(true);
    expect(await row(silent)).toMatchObject({ state: 'lapsed', due_at: null });
    expect(await row(answered)).toMatchObject({ state: 'submitted' });
  });

  test.each(sellerClasses)(
    'R-4.8 a maker of the programme is verified by her district, not assessed: %s',
    (sellerClass) => {
      const ofTheProgramme = ['artisan', 'weaver', 'shg', 'fpo_company', 'fpo_cooperative'];
      expect(reviewedBy(sellerClass)).toBe(ofTheProgramme.includes(sellerClass) ? 'district' : 'platform');
    },
  );
});
