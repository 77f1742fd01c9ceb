import { OdopEntriesQuery } from '#odop';
import { assert } from '#platform/kernel';
import type { Booted } from '#platform/testing';
import {
  ApproveListing,
  DraftListing,
  listingInput,
  OwnListingsQuery,
  pairedInput,
  PairOffers,
  SubmitListing,
  UploadImage,
  type ListingInput,
} from '../../src/index.js';
import { UnitOfWork } from '#platform/database';
import { makers, type Maker } from '../../../sellers/test/builders/makers.js';
import { pictures } from './pictures.js';
import { onShelf } from './shelf.js';

/** What a test says about goods it needs; the rest is a stole of tussar silk. */
export type GoodsWish = Partial<Record<keyof ListingInput, unknown>> & { price_paise?: number; stock?: number };

/** Goods of a test, and the offer of their only variant. */
export interface Goods {
  listingId: string;
  offerId: string;
  maker: Maker;
}

/** Goods of a booted application, driven through the real use-cases to the state a test needs. */
export function goods(app: Booted) {
  const make = makers(app);

  async function entryOf(maker: Maker): Promise<string> {
    const entries = await app.get(OdopEntriesQuery).listForDistrict(maker.district.id);
    const entry = entries.find((one) => one.takes_listings);
    assert(entry, `${maker.district.name} has an ODOP entry that takes goods`);
    return entry.id;
  }

  /** Three pictures of the maker's. */
  async function images(maker: Maker): Promise<ListingInput['images']> {
    const upload = (size: number) =>
      app.as(maker.actor, () => app.get(UploadImage).run(maker.sellerId, pictures.png(size, size)));
    const uploaded = [await upload(600), await upload(601), await upload(602)];
    return uploaded.map(({ mediaId }, i) => ({ mediaId, alt: `view ${i + 1}` }));
  }

  async function words(maker: Maker, wish: GoodsWish = {}): Promise<ListingInput> {
    const { price_paise = 145_000, stock = 3, ...rest } = wish;
    const { hsn = '50072010', gstRateKey = 'fabric' } = rest;
    return listingInput.parse({
      ...onShelf(String(hsn), String(gstRateKey)),
      declarations: { consumerCare: { phone: '1800123456' } },
      odopEntryId: await entryOf(maker),
      title: 'Tussar stole',
      description: 'Hand-spun tussar, natural dye.',
      commonName: 'stole',
      hsn: '50072010',
      gstRateKey: 'fabric',
      unit: 'piece',
      netQuantity: { value: 1, unit: 'piece' },
      handmade: 'handloom',
      weight_g: 250,
      images: await images(maker),
      offers: [
        {
          label: 'natural',
          price: { paise: price_paise, currency: 'INR' },
          mrp: { paise: price_paise + 20_000, currency: 'INR' },
          stock,
          leadDays: 5,
        },
      ],
      ...rest,
    });
  }

  async function drafted(maker: Maker, wish: GoodsWish = {}): Promise<Goods> {
    const content = await words(maker, wish);
    const { listingId } = await app.as(maker.actor, () => app.get(DraftListing).run(content));
    const listing = await app.as(maker.actor, () =>
      app.get(UnitOfWork).run((tx) => app.get(OwnListingsQuery).oneOwn(tx, listingId)),
    );
    return { listingId, offerId: listing.offers[0]!.id, maker };
  }

  const submitted = (one: Goods) => app.as(one.maker.actor, () => app.get(SubmitListing).run(one.listingId));
  const approved = async (one: Goods) =>
    app.as(await make.officerOf(one.maker.district.slug), () => app.get(ApproveListing).run(one.listingId));

  /** Goods on sale; of a new maker, or of the one given. */
  async function live(wish: GoodsWish = {}, maker?: Maker): Promise<Goods> {
    const one = await drafted(maker ?? (await make.verified()), wish);
    await submitted(one);
    await approved(one);
    return one;
  }

  /** Somebody else sells the goods too, at her own price and from her own pieces. */
  const paired = (reseller: Maker, one: Goods, offer: { price_paise?: number; stock?: number } = {}) => {
    const { price_paise = 150_000, stock = 0 } = offer;
    const price = { paise: price_paise, currency: 'INR' };
    const wanted = pairedInput.parse({ label: 'natural', price, stock, leadDays: 3 });
    return app.as(reseller.actor, () => app.get(PairOffers).run(one.listingId, [wanted]));
  };

  return { paired, make, entryOf, images, words, drafted, submitted, approved, live };
}
