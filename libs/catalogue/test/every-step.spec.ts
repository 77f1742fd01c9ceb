import { UnitOfWork } from '#platform/database';
import { final } from '#platform/kernel';
import { asOwner, frozenClock, personActor, type Booted } from '#platform/testing';
import {
  ChangeListing,
  Changes,
  DecideReport,
  HideOldVersion,
  listingStates,
  PauseListing,
  ReportListing,
  ResumeListing,
  RetireListing,
  ReturnListing,
  SetStock,
  WithdrawChange,
  type ListingState,
} from '../src/index.js';
import { type Goods } from './builders/goods.js';
import { openGoods, type OpenGoods } from './builders/open-goods.js';

/** Not walked here: who may publish without a look is a table in auto-publish.spec.ts. */
const byItself = 'in_review auto_publish live';

type Step = (one: Goods) => Promise<unknown>;

describe('SM-3 the life of goods', () => {
  let app: Booted;
  let open: OpenGoods;
  let shop: OpenGoods['shop'];
  beforeAll(async () => {
    open = await openGoods();
    ({ app, shop } = open);
  });
  afterAll(async () => {
    await frozenClock.thaw();
    await open.close();
  });

  const own =
    (verb: typeof PauseListing | typeof ResumeListing | typeof RetireListing | typeof WithdrawChange): Step =>
    (one) =>
      app.as(one.maker.actor, () => app.get<{ run(id: string): Promise<void> }>(verb).run(one.listingId));
  const [pause, resume, retire, keep] = [PauseListing, ResumeListing, RetireListing, WithdrawChange].map(own) as [
    Step,
    Step,
    Step,
    Step,
  ];
  const counts =
    (pieces: number): Step =>
    (one) =>
      app.as(one.maker.actor, () => app.get(SetStock).run(one.offerId, pieces));
  const writes =
    (wish: object): Step =>
    async (one) => {
      const words = await shop.words(one.maker, wish);
      const images = await asOwner<{ mediaId: string; alt: string }>(
        `select media_id as "mediaId", alt from catalogue.listing_image where listing_id = $1 order by position`,
        [one.listingId],
      );
      const anew = { ...words, images };
      await app.as(one.maker.actor, () => app.get(ChangeListing).run(one.listingId, anew, () => undefined));
    };
  /** Another title is asked for, and nobody decides in time. */
  const hide =
    (stock: number): Step =>
    async (one) => {
      await writes({ title: 'Ghicha stole', stock })(one);
      const change = await app.as(one.maker.actor, () =>
        app.get(UnitOfWork).run((tx) => app.get(Changes).newestOwn(tx, one.listingId)),
      );
      await frozenClock.at(change.hide_at!);
      await app.asSystem(() => app.get(HideOldVersion).run(change.id));
    };
  const sendBack: Step = async (one) =>
    app.as(await shop.make.officerOf(one.maker.district.slug), () =>
      app.get(ReturnListing).run(one.listingId, 'Another picture, please.'),
    );
  /** What was reported while everybody saw it is upheld at once, or after other steps. */
  const reported = async (one: Goods) =>
    (await app.as(personActor(), () => app.get(ReportListing).run(one.listingId, 'other', 'Not silk.'))).reportId;
  const upheld = async (reportId: string, one: Goods) =>
    app.as(await shop.make.officerOf(one.maker.district.slug), () =>
      app.get(DecideReport).run(reportId, true, 'So it is.'),
    );
  const block: Step = async (one) => upheld(await reported(one), one);
  const blockAfter =
    (...steps: Step[]): Step =>
    async (one) => {
      const reportId = await reported(one);
      for (const step of steps) await step(one);
      await upheld(reportId, one);
    };
  const submit: Step = (one) => shop.submitted(one);
  const pair: Step = async (one) => shop.paired(await shop.make.verified(), one);
  const approve: Step = (one) => shop.approved(one);

  test('SM-3 every step once, by the verbs that take it', async () => {
    const maker = await shop.make.verified();
    const lives: Step[][] = [
      [submit, sendBack, submit, approve, writes({ stock: 2 }), counts(0), counts(3), pause, resume],
      [submit, approve, pair, hide(3), keep, block, submit, approve, retire],
      [submit, approve, counts(0), hide(0), keep, pause, retire],
      [submit, approve, blockAfter(counts(0)), retire],
      [submit, approve, blockAfter(pause), submit, retire],
      [submit, sendBack, retire],
      [submit, approve, counts(0), retire],
      [retire],
    ];
    const ids: string[] = [];
    for (const steps of lives) {
      const one = await shop.drafted(maker);
      ids.push(one.listingId);
      for (const step of steps) await step(one);
      await frozenClock.thaw();
    }
    const taken = await asOwner<{ step: string }>(
      `select distinct from_state || ' ' || event || ' ' || to_state as step from catalogue.listing_history
        where listing_id = any($1) and from_state is not null`,
      [ids],
    );
    const listed = Object.entries(listingStates.table).flatMap(([from, row]) =>
      row === final ? [] : Object.entries(row.on).map(([event, to]) => `${from} ${event} ${to}`),
    );
    const steps = new Set(taken.map(({ step }) => step));
    expect(listed.filter((step) => !steps.has(step))).toEqual([byItself]);
  });

  test('SM-3 a step that the state does not have is refused, in each state', async () => {
    const maker = await shop.make.verified();
    const refused: Record<ListingState, { ways: Step[]; step: Step }> = {
      draft: { ways: [], step: pause },
      in_review: { ways: [submit], step: resume },
      changes_needed: { ways: [submit, sendBack], step: pause },
      live: { ways: [submit, approve], step: resume },
      out_of_stock: { ways: [submit, approve, counts(0)], step: submit },
      paused: { ways: [submit, approve, pause], step: pause },
      blocked: { ways: [submit, approve, block], step: approve },
      archived: { ways: [retire], step: retire },
    };
    for (const [state, { ways, step }] of Object.entries(refused)) {
      const one = await shop.drafted(maker);
      for (const way of ways) await way(one);
      await expect(step(one)).rejects.toMatchObject({ code: 'illegal_transition', status: 409 });
      const [row] = await asOwner<{ state: string }>(`select state from catalogue.listing where id = $1`, [
        one.listingId,
      ]);
      expect(row!.state).toBe(state);
    }
  });
});
