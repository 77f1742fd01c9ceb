import { DistrictsQuery } from '#odop';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId, type Actor } from '#platform/kernel';
import { KeptFiles, ObjectStore } from '#platform/storage';
import { asOwner, personActor, type Booted } from '#platform/testing';
import {
  ApproveListing,
  ChangePrice,
  EscalateListing,
  ListingsQuery,
  MediaQuery,
  OffersQuery,
  OwnListingsQuery,
  PurgeMedia,
  ReturnListing,
  ReviseListing,
  SetStock,
  SubmitListing,
  UploadImage,
  type ListingFilter,
} from '../src/index.js';
import { artisanPapers } from '../../sellers/test/builders/makers.js';
import type { Goods } from './builders/goods.js';
import { pictures } from './builders/pictures.js';
import { openGoods, type OpenGoods } from './builders/open-goods.js';

const refusal = (code: string) => expect.objectContaining({ code });
const anyVersion = (): void => undefined;

describe('Catalogue', () => {
  let app: Booted;
  let open: OpenGoods;
  let shop: OpenGoods['shop'];
  beforeAll(async () => {
    open = await openGoods();
    ({ app, shop } = open);
  });
  afterAll(() => open.close());

  const inTx = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => app.as(actor, () => app.get(UnitOfWork).run(work));
  const own = (one: Goods) => inTx(one.maker.actor, (tx) => app.get(OwnListingsQuery).oneOwn(tx, one.listingId));
  const stateOf = async (one: Goods) => (await own(one)).state;
  const events = async (one: Goods) =>
    (
      await asOwner<{ name: string }>(
        `select name from platform.outbox where payload ->> 'listingId' = $1 order by id`,
        [one.listingId],
      )
    ).map((row) => row.name);
  const firstPage = { limit: 100, key: null, towards: 'next', wantsCount: false, list: '' } as const;
  const found = async (filter: ListingFilter) =>
    (await app.get(ListingsQuery).page(filter, firstPage)).map((card) => card.id);
  const forSale = (...ids: string[]) => inTx(personActor(), (tx) => app.get(OffersQuery).forSale(tx, ids));

  describe('SM-3 goods on the way to the shop', () => {
    test('a verified maker describes them, the officer of her district puts them on sale', async () => {
      const one = await shop.drafted(await shop.make.verified());
      expect(await stateOf(one)).toBe('draft');
      expect(await found({ seller_id: one.maker.sellerId })).toEqual([]);
      await expect(forSale(one.offerId)).rejects.toEqual(refusal('offer_not_for_sale'));
      await shop.submitted(one);
      await shop.approved(one);
      expect(await stateOf(one)).toBe('live');
      expect(await events(one)).toEqual(['catalogue.listing_submitted', 'catalogue.listing_live']);
      expect(await found({ seller_id: one.maker.sellerId })).toEqual([one.listingId]);
      const [offer] = await forSale(one.offerId);
      expect(offer).toMatchObject({
        listingId: one.listingId,
        sellerId: one.maker.sellerId,
        price_paise: 145_000n,
        mrp_paise: 165_000n,
        hsn: '50072010',
        gstRateKey: 'fabric',
        sellerStateCode: 'IN-BR',
        sellerGstStatus: 'exempt',
        minQty: 1,
        maxQty: 10,
      });
    });

    test('what comes back is written anew and submitted again', async () => {
      const one = await shop.drafted(await shop.make.verified());
      await shop.submitted(one);
      const officer = await shop.make.officerOf('bhagalpur');
      await app.as(officer, () => app.get(ReturnListing).run(one.listingId, 'Say which silk it is.'));
      expect((await own(one)).history.at(-1)).toMatchObject({
        to_state: 'changes_needed',
        reason: 'Say which silk it is.',
      });
      const words = await shop.words(one.maker, { title: 'Ghicha stole' });
      const more = {
        ...words.offers[0]!,
        label: 'indigo',
        stock: 0,
      };
      await app.as(one.maker.actor, () =>
        app.get(ReviseListing).run(one.listingId, { ...words, offers: [more, ...words.offers] }, anyVersion),
      );
      await shop.submitted(one);
      await shop.approved(one);
      const listing = await own(one);
      expect(listing).toMatchObject({ title: 'Ghicha stole', state: 'live' });
      expect(listing.offers.map((offer) => [offer.label, offer.on_hand])).toEqual([
        ['indigo', 0],
        ['natural', 3],
      ]);
      expect(listing.offers[1]!.id).toBe(one.offerId);
    });

    test('a variant that is left out is withdrawn, not lost', async () => {
      const one = await shop.drafted(await shop.make.verified());
      const words = await shop.words(one.maker);
      const renamed = { ...words, offers: [{ ...words.offers[0]!, label: 'indigo' }] };
      await app.as(one.maker.actor, () => app.get(ReviseListing).run(one.listingId, renamed, anyVersion));
      const { offers } = await own(one);
      expect(offers.map((offer) => [offer.label, offer.is_withdrawn])).toEqual([
        ['indigo', false],
        ['natural', true],
      ]);
    });

    test('what is live is not rewritten, and an old version of a draft is refused', async () => {
      const one = await shop.live();
      const words = await shop.words(one.maker);
      await expect(
        app.as(one.maker.actor, () => app.get(ReviseListing).run(one.listingId, words, anyVersion)),
      ).rejects.toEqual(refusal('listing_closed'));
      const draft = await shop.drafted(one.maker);
      const stale = (): void => {
        throw Object.assign(new Error('stale'), { code: 'version_stale' });
      };
      await expect(
        app.as(one.maker.actor, () => app.get(ReviseListing).run(draft.listingId, words, stale)),
      ).rejects.toEqual(refusal('version_stale'));
    });

    test('R-4.7 three pictures are needed, her own', async () => {
      const maker = await shop.make.verified();
      const images = await shop.images(maker);
      const two = await shop.drafted(maker, { images: images.slice(0, 2) });
      await expect(shop.submitted(two)).rejects.toEqual(refusal('images_missing'));
      const thrice = await shop.drafted(maker, { images: [images[0], images[0], images[0]] });
      await expect(shop.submitted(thrice)).rejects.toEqual(refusal('images_missing'));
      const other = await shop.make.verified();
      await expect(shop.drafted(other, { images })).rejects.toEqual(refusal('media_unknown'));
    });

    test('R-4.6 not before she is verified, not under an entry of another district', async () => {
      const waiting = await shop.make.underReview();
      await expect(shop.drafted(waiting)).rejects.toEqual(refusal('seller_not_listing'));
      const maker = await shop.make.verified();
      const varanasi = await app.get(DistrictsQuery).bySlug('varanasi');
      const elsewhere = await shop.entryOf({ ...maker, district: varanasi! });
      await expect(shop.drafted(maker, { odopEntryId: elsewhere })).rejects.toEqual(
        refusal('odop_entry_of_other_district'),
      );
      await expect(shop.drafted(maker, { odopEntryId: newId() })).rejects.toEqual(refusal('odop_entry_unknown'));
    });

    test('R-9.8 food needs the licence of its maker, which is then shown', async () => {
      const food = { isVegetarian: true, ingredients: 'makhana', allergens: 'none', bestBefore_days: 180 };
      const wish = { hsn: '0802', gstRateKey: 'dry_fruit', handmade: 'none', food };
      const unlicensed = await shop.drafted(await shop.make.verified(), wish);
      await expect(shop.submitted(unlicensed)).rejects.toEqual(refusal('fssai_missing'));
      const fssai = { kind: 'fssai', number: '10020123000123', expiresOn: '2030-01-01' } as const;
      const licensed = await shop.live(wish, await shop.make.verified({}, artisanPapers({ fssai })));
      expect(await app.get(ListingsQuery).one(licensed.listingId)).toMatchObject({ fssai: '10020123000123', food });
    });

    test('nobody decides in time: the office above is shown it', async () => {
      const one = await shop.drafted(await shop.make.verified());
      await shop.submitted(one);
      const escalate = () => app.asSystem(() => app.get(EscalateListing).run(one.listingId));
      await escalate();
      expect(await events(one)).not.toContain('catalogue.listing_escalated');
      await asOwner(`update catalogue.listing set due_at = now() - interval '1 second' where id = $1`, [one.listingId]);
      const due = await inTx(personActor(), (tx) => app.get(OwnListingsQuery).due(tx, 1_000));
      expect(due).toContain(one.listingId);
      await escalate();
      expect(await events(one)).toContain('catalogue.listing_escalated');
      const [row] = await asOwner<{ above_desk_id: string }>(
        `select above_desk_id from catalogue.listing where id = $1`,
        [one.listingId],
      );
      await app.as(personActor({ organisationId: row!.above_desk_id }), () =>
        app.get(ApproveListing).run(one.listingId),
      );
      expect(await stateOf(one)).toBe('live');
    });
  });

  describe('S-42 goods of others', () => {
    test('are not there, for another maker as for the officer of another district', async () => {
      const one = await shop.drafted(await shop.make.verified());
      await shop.submitted(one);
      const other = (await shop.make.verified()).actor;
      const elsewhere = await shop.make.officerOf('varanasi');
      const words = await shop.words(one.maker);
      for (const actor of [other, elsewhere, shop.make.stranger(), personActor()]) {
        const tries: (() => Promise<unknown>)[] = [
          () => app.get(SubmitListing).run(one.listingId),
          () => app.get(ReviseListing).run(one.listingId, words, anyVersion),
          () => app.get(ApproveListing).run(one.listingId),
          () => app.get(ReturnListing).run(one.listingId, 'no'),
          () => app.get(UnitOfWork).run((tx) => app.get(OwnListingsQuery).oneOwn(tx, one.listingId)),
          () => app.get(UnitOfWork).run((tx) => app.get(OwnListingsQuery).oneOnDesk(tx, one.listingId)),
        ];
        for (const attempt of tries) await expect(app.as(actor, attempt)).rejects.toEqual(refusal('listing_unknown'));
        await expect(app.as(actor, () => app.get(SetStock).run(one.offerId, 9))).rejects.toEqual(
          refusal('offer_unknown'),
        );
        await expect(app.as(actor, () => app.get(ChangePrice).run(one.offerId, 1n))).rejects.toEqual(
          refusal('offer_unknown'),
        );
      }
      expect(await stateOf(one)).toBe('in_review');
    });
  });

  describe('R-2.11 prices of goods on sale', () => {
    test('fall freely, rise a little, never above MRP', async () => {
      const one = await shop.live({ price_paise: 100_000 });
      const ask = (price: bigint) => app.as(one.maker.actor, () => app.get(ChangePrice).run(one.offerId, price));
      await ask(110_000n);
      await ask(50_000n);
      await expect(ask(55_001n)).rejects.toEqual(refusal('price_rise_needs_review'));
      await expect(ask(120_001n)).rejects.toEqual(refusal('price_above_mrp'));
      const [offer] = await forSale(one.offerId);
      expect(offer).toMatchObject({ price_paise: 50_000n, version: 3 });
    });
  });

  describe('the shop', () => {
    test('R-9.7 newest first, page by page, filtered by district, entry, State, maker, origin', async () => {
      const first = await shop.live();
      const second = await shop.live({}, first.maker);
      const seller_id = first.maker.sellerId;
      expect(await found({ seller_id })).toEqual([second.listingId, first.listingId]);
      const [top, ...rest] = await app.get(ListingsQuery).page({ seller_id }, { ...firstPage, limit: 1 });
      expect(rest).toHaveLength(1);
      const next = await app.get(ListingsQuery).page({ seller_id }, { ...firstPage, key: [top!.live_key, top!.id] });
      expect(next.map((card) => card.id)).toEqual([first.listingId]);
      const odop_entry_id = await shop.entryOf(first.maker);
      const fits: ListingFilter[] = [
        { district_slug: 'bhagalpur' },
        { state_code: 'IN-BR' },
        { odop_entry_id },
        { country_of_origin: 'IN' },
      ];
      for (const filter of fits) expect(await found({ seller_id, ...filter })).toHaveLength(2);
      const misses: ListingFilter[] = [
        { district_slug: 'varanasi' },
        { state_code: 'IN-UP' },
        { odop_entry_id: newId() },
        { country_of_origin: 'NP' },
      ];
      for (const filter of misses) expect(await found({ seller_id, ...filter })).toEqual([]);
      expect(await app.get(ListingsQuery).count({ seller_id })).toBe(2);
    });

    test('finds words anywhere, near misses when nothing has them, and takes signs as they are', async () => {
      const maker = await shop.make.verified();
      const seller_id = maker.sellerId;
      const sari = await shop.live({ title: 'Zardozi sari of Champanagar' }, maker);
      expect(await found({ seller_id, text: 'ZARDOZI' })).toEqual([sari.listingId]);
      expect(await found({ seller_id, text: 'zardosi' })).toEqual([sari.listingId]);
      expect(await found({ seller_id, text: '100%' })).toEqual([]);
      expect(await found({ seller_id, text: "'; drop table catalogue.offer; --" })).toEqual([]);
    });

    test('R-9.3 R-9.6 a page of goods says who makes them, where, and what they are', async () => {
      const one = await shop.live();
      const page = await app.get(ListingsQuery).one(one.listingId);
      expect(page).toMatchObject({
        seller_name: 'Meena Devi Silk Works',
        seller_place: 'Champanagar',
        district_name: 'Bhagalpur',
        country_of_origin: 'IN',
        net_quantity: 1,
        net_unit: 'piece',
        in_stock: true,
        images: [{ alt: 'view 1' }, { alt: 'view 2' }, { alt: 'view 3' }],
        offers: [{ id: one.offerId, price_paise: 145_000n, mrp_paise: 165_000n, in_stock: true }],
      });
      expect(JSON.stringify(page, (_, value) => (typeof value === 'bigint' ? Number(value) : value))).not.toContain(
        'Weavers Lane',
      );
      expect(await app.get(ListingsQuery).one(newId())).toBeNull();
    });

    test('SM-1 goods of a suspended maker are neither shown nor sold', async () => {
      const one = await shop.live();
      await asOwner(`update sellers.seller set state = 'suspended' where id = $1`, [one.maker.sellerId]);
      expect(await found({ seller_id: one.maker.sellerId })).toEqual([]);
      expect(await app.get(ListingsQuery).one(one.listingId)).toBeNull();
      await expect(forSale(one.offerId)).rejects.toEqual(refusal('offer_not_for_sale'));
    });
  });

  describe('S-58 pictures', () => {
    test('are shown once their goods are; before that to their maker and the officer only', async () => {
      const maker = await shop.make.verified();
      const bytes = pictures.jpeg(320, 200);
      const { mediaId } = await app.as(maker.actor, () => app.get(UploadImage).run(maker.sellerId, bytes));
      const shown = () => app.get(MediaQuery).shown(mediaId, { size: 'large', format: 'jpeg' });
      const mine = (actor: Actor) => inTx(actor, (tx) => app.get(MediaQuery).own(tx, mediaId));
      await expect(shown()).rejects.toEqual(refusal('media_unknown'));
      expect((await mine(maker.actor)).type).toBe('image/jpeg');
      const officer = await shop.make.officerOf('bhagalpur');
      await expect(mine(officer)).rejects.toEqual(refusal('media_unknown'));
      const images = [{ mediaId, alt: 'the stole' }, ...(await shop.images(maker)).slice(1)];
      const one = await shop.drafted(maker, { images });
      await shop.submitted(one);
      expect((await mine(officer)).bytes.equals(bytes)).toBe(true);
      await expect(mine((await shop.make.verified()).actor)).rejects.toEqual(refusal('media_unknown'));
      await expect(shown()).rejects.toEqual(refusal('media_unknown'));
      await shop.approved(one);
      // What she sent is shown to nobody: it waits to be painted anew.
      expect(await shown()).toBeNull();
    });

    test('what is no picture leaves no row', async () => {
      const maker = await shop.make.verified();
      await expect(
        app.as(maker.actor, () => app.get(UploadImage).run(maker.sellerId, Buffer.from('<svg onload=alert(1)>'))),
      ).rejects.toEqual(refusal('image_unreadable'));
      expect(await asOwner(`select id from catalogue.media where seller_id = $1`, [maker.sellerId])).toEqual([]);
    });

    test('S-66 one that stands in no listing after 30 days is forgotten: the row first, then its file', async () => {
      const maker = await shop.make.verified();
      const upload = () => app.as(maker.actor, () => app.get(UploadImage).run(maker.sellerId, pictures.jpeg(320, 200)));
      const [unused, fresh, used] = [await upload(), await upload(), await upload()];
      await shop.drafted(maker, { images: [{ mediaId: used.mediaId, alt: 'the stole' }] });
      await asOwner(
        `update catalogue.media set uploaded_at = clock_timestamp() - interval '31 days' where id = any($1)`,
        [[unused.mediaId, used.mediaId]],
      );
      const [kept] = await asOwner<{ storage_key: string }>(`select storage_key from catalogue.media where id = $1`, [
        unused.mediaId,
      ]);
      const storageKey = kept!.storage_key;
      const purge = () => app.asSystem(() => app.get(PurgeMedia).run());
      const there = async () =>
        (
          await asOwner<{ id: string }>(`select id from catalogue.media where seller_id = $1 order by id`, [
            maker.sellerId,
          ])
        ).map(({ id }) => id);

      // Who puts it into a listing right now is not disturbed.
      let release!: () => void;
      const released = new Promise<void>((resolve) => (release = resolve));
      let attaching!: Promise<void>;
      await new Promise<void>((begun) => {
        attaching = inTx(maker.actor, async (tx) => {
          await tx.run(`select id from catalogue.media where id = $1 for key share`, [unused.mediaId]);
          begun();
          await released;
        });
      });
      await purge();
      release();
      await attaching;
      expect(await there()).toContain(unused.mediaId);

      expect(await purge()).toBeGreaterThanOrEqual(1);
      const left = await there();
      expect(left).toEqual(expect.arrayContaining([fresh.mediaId, used.mediaId]));
      expect(left).not.toContain(unused.mediaId);
      // A process that dies here leaves the file to the sweep, which takes it away once or twice.
      expect(await app.get(ObjectStore).get(storageKey)).not.toBeNull();
      const files = app.get(KeptFiles);
      expect(await app.asSystem(() => app.get(UnitOfWork).run((tx) => files.unclaimed(tx, 1_000)))).toContain(
        storageKey,
      );
      for (let i = 0; i < 2; i++) await app.asSystem(() => files.sweep(storageKey));
      expect(await app.get(ObjectStore).get(storageKey)).toBeNull();
    });
  });
});
