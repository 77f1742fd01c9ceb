import fc from 'fast-check';
import { AgreeAsMember, ManageMembers, SellersModule } from '#sellers';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { sumPaise } from '#platform/money';
import { asOwner, frozenClock, personActor } from '#platform/testing';
import { istDay } from '#platform/time';
import { identityActors, inventedMobile } from '../../identity/test/builders/identity-actors.js';
import { makers, type Maker } from '../../sellers/test/builders/makers.js';
import { PaymentsModule, PayoutsQuery } from '../src/index.js';
import { isRoundedUp, partsOf, saysRounding } from '../src/domain/payout-parts.js';
import { Money } from './builders/money.js';

const shares = (...bp: number[]) => bp.map((share_bp, i) => ({ memberId: `member ${i}`, share_bp }));

describe('S-9 parts of a payout', () => {
  test.each<[string, bigint, number[], bigint[], string]>([
    ['without a rest', 10_000n, [2_500, 7_500], [2_500n, 7_500n], 'The shares divide it without a rest.'],
    ['with one paisa left', 10_001n, [3_333, 3_333, 3_334], [3_333n, 3_333n, 3_335n], 'Of whole paise 1 was'],
    ['with two paise left', 101n, [3_333, 3_333, 3_334], [34n, 33n, 34n], 'Of whole paise 2 were'],
    ['of one paisa', 1n, [5_000, 5_000], [1n, 0n], 'Of whole paise 1 was'],
    ['of nobody', 100n, [], [], 'had set no shares'],
  ])('%s', (_, amount, bp, parts, words) => {
    const found = partsOf(amount, shares(...bp));
    expect(found.map((part) => part.amount_paise)).toEqual(parts);
    expect(saysRounding(amount, found).en).toContain(words);
  });

  test('add up to it, and nobody gets more than a paisa above her exact share', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 12n }), cuts, (amount, at) => {
        const edges = [0, ...at.toSorted((a, b) => a - b), 10_000];
        const parts = partsOf(amount, shares(...edges.slice(1).map((edge, i) => edge - edges[i]!)));
        expect(sumPaise(parts.map((part) => part.amount_paise))).toBe(amount);
        for (const part of parts) {
          const floor = (amount * BigInt(part.share_bp)) / 10_000n;
          expect(part.amount_paise).toBe(isRoundedUp(amount, part) ? floor + 1n : floor);
        }
      }),
    );
  });
});

describe('S-9 payouts of a group', () => {
  const money = new Money();
  let make: ReturnType<typeof makers>;
  beforeAll(async () => {
    await money.open([PaymentsModule, SellersModule]);
    make = makers(money.app);
  });
  afterEach(() => frozenClock.thaw());
  afterAll(() => money.close());

  const payouts = () => money.app.get(PayoutsQuery);
  const by = <T>(
    actor: Maker['actor'],
    ask: (query: PayoutsQuery, tx: Parameters<PayoutsQuery['own']>[0]) => Promise<T>,
  ) => money.app.as(actor, () => money.app.get(UnitOfWork).run((tx) => ask(payouts(), tx)));

  /** A member who agreed by the code to her mobile. */
  async function joins(group: Maker, name: string, mobile: string): Promise<string> {
    const joinedOn = '2026-01-05';
    const id = await money.app.as(group.actor, () =>
      money.app.get(ManageMembers).add(group.sellerId, { name, mobile, joinedOn }),
    );
    const { challengeId } = await money.app.as(group.actor, () => money.app.get(AgreeAsMember).ask(group.sellerId, id));
    const code = await identityActors(money.app).codeFor(challengeId, mobile);
    await money.app.as(group.actor, () => money.app.get(AgreeAsMember).byCode(group.sellerId, id, challengeId, code));
    return id;
  }
  const sets = (group: Maker, holdsFrom: string, parts: [string, number][]) =>
    money.app.as(group.actor, () =>
      money.app.get(ManageMembers).setShares(
        group.sellerId,
        holdsFrom,
        'As the group decided.',
        parts.map(([memberId, share_bp]) => ({ memberId, share_bp })),
      ),
    );
  const paid = async (group: Maker, amount: bigint): Promise<string> => {
    const payment = await money.captured(amount);
    const id = await money.payout(payment, amount, { kind: 'order', id: newId() }, group.sellerId);
    await money.work();
    expect(await money.row('payout', id!)).toMatchObject({ state: 'paid' });
    return id!;
  };
  const lines = async (group: Maker, id: string) => {
    const { parts } = await by(group.actor, (query, tx) => query.statement(tx, id));
    return Object.fromEntries(parts.map(({ name, amount_paise, left_on }) => [name, [amount_paise, left_on]]));
  };

  test('are divided by the shares of the day, once; who left keeps her line, and each member reads her own', async () => {
    const people = identityActors(money.app);
    const rekha = await people.person({ name: 'Rekha Devi' });
    const group = await make.applied({ class: 'shg', name: 'Jagriti Group' });
    await asOwner(`update sellers.seller set state = 'under_review' where id = $1`, [group.sellerId]);
    const noon = new Date(`${istDay(new Date())}T12:00:00+05:30`);
    await frozenClock.at(noon);
    const none = await paid(group, 500n);
    const a = await joins(group, 'Rekha Devi', rekha.signIn);
    const b = await joins(group, 'Sita Devi', inventedMobile());
    const c = await joins(group, 'Gita Devi', inventedMobile());
    await sets(group, istDay(noon), [
      [a, 3_333],
      [b, 3_333],
      [c, 3_334],
    ]);
    const first = await paid(group, 10_001n);
    // Set anew on the same day: what was paid stays divided as it was.
    await sets(group, istDay(noon), [
      [a, 9_999],
      [c, 1],
    ]);
    await money.app.as(group.actor, () => money.app.get(ManageMembers).leave(group.sellerId, b, istDay(noon)));
    const second = await paid(group, 10_000n);
    expect(await lines(group, none)).toEqual({});
    expect(await lines(group, first)).toEqual({
      'Rekha Devi': [3_333n, null],
      'Sita Devi': [3_333n, istDay(noon)],
      'Gita Devi': [3_335n, null],
    });
    expect(await lines(group, second)).toEqual({ 'Rekha Devi': [9_999n, null], 'Gita Devi': [1n, null] });

    const own = await by(personActor({ personId: rekha.personId }), (query, tx) => query.mine(tx));
    const seen = own.map((line) => [line.payout_id, line.amount_paise, line.payout_paise, line.shop]);
    expect(seen).toHaveLength(2);
    expect(seen).toEqual(
      expect.arrayContaining([
        [first, 3_333n, 10_001n, 'Jagriti Group'],
        [second, 9_999n, 10_000n, 'Jagriti Group'],
      ]),
    );
    expect(await by(personActor(), (query, tx) => query.mine(tx))).toEqual([]);
    const another = personActor({ organisationId: newId(), roles: ['maker_owner'] });
    await expect(by(another, (query, tx) => query.statement(tx, first))).rejects.toMatchObject({
      code: 'payout_unknown',
    });
  });

  test('the database refuses parts that are not the whole, and changes none', async () => {
    const payment = await money.captured(1_000n);
    const id = await money.payout(payment, 1_000n);
    const insert = `insert into payments.payout_part (payout_id, member_id, seller_id, share_bp, amount_paise)
                    select id, gen_random_uuid(), seller_id, 10000, $2 from payments.payout where id = $1`;
    await expect(money.tx((tx) => tx.run(insert, [id, 999]))).rejects.toThrow('not the whole');
    await money.tx((tx) => tx.run(insert, [id, 1_000]));
    await expect(money.tx((tx) => tx.run(`update payments.payout_part set amount_paise = 1`, []))).rejects.toThrow(
      'permission denied',
    );
  });
});
