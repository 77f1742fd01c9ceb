import { ErasePerson } from '#identity';
import { UnitOfWork, type Tx } from '#platform/database';
import {
  ApplicationsQuery,
  ForgetPapers,
  RejectSeller,
  RequestInformation,
  SellerLapsed,
  SellerRejected,
} from '#sellers';
import type { Maker } from '../../libs/sellers/test/builders/makers.js';
import { openWorkshop } from '../support/workshop.js';

describe('A shop that came to its end', () => {
  let shop: Awaited<ReturnType<typeof openWorkshop>>;
  beforeAll(async () => {
    shop = await openWorkshop();
  }, 120_000);
  afterAll(() => shop.close(), 30_000);

  const officer = async (maker: Maker, act: () => Promise<unknown>) =>
    shop.booted.as(await shop.goods.make.officerOf(maker.district.slug), act);
  const asksToBeForgotten = ({ actor }: Maker) => shop.booted.as(actor, () => shop.booted.get(ErasePerson).ask(actor));
  /** What is left of her: roles, an open key, words beside papers, and how often she was told in her inbox. */
  const left = ({ sellerId }: Maker, event: string) =>
    shop.hands.sees<{ roles: number; keys: number; hints: number; told: number }>(
      `select (select count(*)::int from identity.role_grant where organisation_id = $1 and state <> 'ended') as roles,
              (select count(*)::int from platform.subject_key where subject_id = $1 and wrapped is not null) as keys,
              (select count(*)::int from sellers.evidence
                where seller_id = $1 and (hint <> '' or note is not null or claim_hash is not null)) as hints,
              (select count(*)::int from notifications.message m
                where m.event = $2 and m.channel = 'in_app'
                  and m.recipient_id = (select applicant_id from sellers.seller where id = $1)) as told`,
      [sellerId, event],
    );
  const nothingLeft = { roles: 0, keys: 0, hints: 0, told: 1 };

  test('S-66 a rejected applicant hears of it, holds no role any more, her papers are noise, and she may be forgotten', async () => {
    const maker = await shop.goods.make.underReview();
    await expect(asksToBeForgotten(maker)).rejects.toMatchObject({ code: 'erasure_hindered' });
    await officer(maker, () => shop.booted.get(RejectSeller).run(maker.sellerId, 'The card is another’s.'));
    await shop.hands.does(SellerRejected, { sellerId: maker.sellerId });
    expect(await left(maker, SellerRejected.name)).toEqual(nothingLeft);
    const view = (tx: Tx) => shop.booted.get(ApplicationsQuery).onDesk(tx, maker.sellerId);
    const read = await officer(maker, () => shop.booted.get(UnitOfWork).run(view));
    expect(read).toMatchObject({
      papers: [],
      history: expect.arrayContaining([expect.objectContaining({ event: 'reject' })]),
    });
    await expect(asksToBeForgotten(maker)).resolves.toMatchObject({ dueAt: expect.any(String) });
  });

  test('S-66 who never answered is let go in the same way', async () => {
    const maker = await shop.goods.make.underReview();
    await officer(maker, () => shop.booted.get(RequestInformation).run(maker.sellerId, 'A clearer picture, please.'));
    await shop.hands.strikes('sellers.settle-overdue', { table: 'sellers.seller', id: maker.sellerId });
    await shop.hands.does(SellerLapsed, { sellerId: maker.sellerId });
    expect(await left(maker, SellerLapsed.name)).toEqual(nothingLeft);
  });

  test('S-66 nothing of a seller at work is forgotten', async () => {
    const maker = await shop.goods.make.verified();
    await shop.asSystem(() => shop.booted.get(ForgetPapers).run(maker.sellerId));
    const { keys, roles, hints } = await left(maker, SellerRejected.name);
    expect([keys, roles, hints > 0]).toEqual([1, 1, true]);
  });
});
