import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId, type Actor } from '#platform/kernel';
import { RegistriesSimulator } from '#platform/simulators';
import { asOwner, boot, frozenClock, personActor, type Booted } from '#platform/testing';
import {
  AnswerReview,
  CatalogueModule,
  DecideReviewCase,
  InviteReviews,
  ReportReview,
  ReviewCases,
  reviewInput,
  ReviewsQuery,
  WithdrawReview,
  WriteReview,
} from '../../src/index.js';
import { goods, type Goods } from './goods.js';

export const refusal = (code: string, status = 409) => expect.objectContaining({ code, status });
export const firstPage = { limit: 100, key: null, towards: 'next', wantsCount: false, list: '' } as const;
export const link = 'Cheaper at www.silk.example.com';

/** A catalogue with an officer of Bhagalpur, for the tests of the describe it is called in. */
export function reviewing() {
  const the = {} as { app: Booted; shop: ReturnType<typeof goods>; desk: Actor };
  const media = mkdtempSync(join(tmpdir(), 'odop-media-'));
  const registries = new RegistriesSimulator();
  beforeAll(async () => {
    await registries.start({ secretKey: 'sk_test_simulated' });
    process.env['REGISTRIES_URL'] = registries.url;
    process.env['STORAGE_URL'] = `file:${media}`;
    the.app = await boot([CatalogueModule]);
    the.shop = goods(the.app);
    the.desk = await the.shop.make.officerOf('bhagalpur');
  });
  afterEach(() => frozenClock.thaw());
  afterAll(async () => {
    await the.app.close();
    await registries.stop();
    rmSync(media, { recursive: true, force: true });
  });

  const inTx = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) =>
    the.app.as(actor, () => the.app.get(UnitOfWork).run(work));
  const asSystem = <T>(work: (tx: Tx) => Promise<T>) => the.app.asSystem(() => the.app.get(UnitOfWork).run(work));
  /** A line of an order of the buyer's arrived; her invitation has the line's id. */
  async function invited(one: Goods, buyer: Actor = personActor(), lineId: string = newId()): Promise<string> {
    const of = { buyerId: buyer.personId!, sellerId: one.maker.sellerId, stateCode: 'IN-BR' };
    const lines = [{ lineId, offerId: one.offerId, title: 'Tussar stole' }];
    await asSystem((tx) => the.app.get(InviteReviews).inside(tx, of, lines));
    return lineId;
  }
  const writes = (id: string, buyer: Actor, said: object = {}) =>
    the.app.as(buyer, () => the.app.get(WriteReview).run(id, reviewInput.parse({ stars: 5, ...said })));
  const withdraws = (id: string, buyer: Actor) => the.app.as(buyer, () => the.app.get(WithdrawReview).run(id));
  const answers = (id: string, one: Goods, words = 'Thank you.') =>
    the.app.as(one.maker.actor, () => the.app.get(AnswerReview).run(id, words));
  const reports = (id: string, who: Actor, about: 'review' | 'answer' = 'review') =>
    the.app.as(who, () => the.app.get(ReportReview).run(id, about, 'untrue', 'It is not so.'));
  const shown = (one: Goods, sort: 'newest' | 'highest' | 'lowest' = 'newest', stars: number | null = null) =>
    the.app.get(ReviewsQuery).page(one.listingId, stars, sort, firstPage);
  const rating = (one: Goods) => the.app.get(ReviewsQuery).ratingOf(one.listingId);
  const own = async (id: string, buyer: Actor) =>
    (await inTx(buyer, (tx) => the.app.get(ReviewsQuery).mine(tx, firstPage))).find((row) => row.id === id);
  const caseOf = async (reviewId: string, who: Actor = the.desk) =>
    (await inTx(who, (tx) => the.app.get(ReviewCases).onDesk(tx, firstPage))).find((row) => row.review_id === reviewId);
  const decides = async (reviewId: string, refuse: boolean, who: Actor = the.desk) =>
    the.app.as(who, async () =>
      the.app.get(DecideReviewCase).run((await caseOf(reviewId))!.id, refuse, 'Links are not shown.'),
    );
  const news = async (name: string, reviewId: string) =>
    (
      await asOwner<{ payload: Record<string, unknown> }>(
        `select payload from platform.outbox where name = $1 and payload ->> 'reviewId' = $2 order by id`,
        [`catalogue.${name}`, reviewId],
      )
    ).map(({ payload }) => payload);
  return {
    the,
    inTx,
    asSystem,
    invited,
    writes,
    withdraws,
    answers,
    reports,
    shown,
    rating,
    own,
    caseOf,
    decides,
    news,
  };
}
