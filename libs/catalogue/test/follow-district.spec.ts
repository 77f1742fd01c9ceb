import { DecideDistrictOrder, DistrictsQuery, ProposeDistrictOrder, type WantedOrder } from '#odop';
import { UnitOfWork } from '#platform/database';
import { RegistriesSimulator } from '#platform/simulators';
import { asOwner, boot, type Booted, ownDatabase, type TestDatabase } from '#platform/testing';
import { addDays, istDay } from '#platform/time';
import { FollowDistrict, giBadge, SellersQuery, TieProducts } from '#sellers';
import { officesOf } from '../../odop/test/builders/offices.js';
import { CatalogueModule, FollowMakers, ListingsQuery, ReturnListing } from '../src/index.js';
import { goods } from './builders/goods.js';

const today = istDay(new Date());

describe('R-7.2 makers and their goods when districts change', () => {
  let database: TestDatabase;
  let app: Booted;
  const registries = new RegistriesSimulator();
  beforeAll(async () => {
    database = await ownDatabase();
    await registries.start({ secretKey: 'sk_test_simulated' });
    process.env['REGISTRIES_URL'] = registries.url;
    app = await boot([CatalogueModule]);
  });
  afterAll(async () => {
    await app.close();
    await registries.stop();
    await database.drop();
  });

  const district = async (slug: string) => (await app.get(DistrictsQuery).bySlug(slug))!;
  async function ordered(slug: string, effectiveFrom: string, plan: WantedOrder['plan']): Promise<string[]> {
    const by = await officesOf(app, await district(slug));
    const wanted = { plan, effectiveFrom, orderNo: 'REV/1', reason: 'Notified.' };
    const id = await app.as(by.national(), () => app.get(ProposeDistrictOrder).run(slug, wanted));
    await app.as(by.national(), () => app.get(DecideDistrictOrder).run(id, 'confirmed', 'Checked.'));
    const [news] = await asOwner<{ payload: { successorIds: string[] } }>(
      `select payload from platform.outbox where name = 'odop.district_changed' order by at desc, id desc limit 1`,
    );
    return news!.payload.successorIds;
  }
  /** What the worker does with the news. */
  async function followed(from: string, to: readonly string[]): Promise<void> {
    await app.asSystem(() => app.get(FollowDistrict).run(from, to));
    const moved = await asOwner<{ payload: { fromDistrictId: string; toDistrictIds: string[] } }>(
      `select payload from platform.outbox where name = 'sellers.moved' and payload ->> 'fromDistrictId' = $1`,
      [from],
    );
    for (const { payload } of moved)
      await app.asSystem(() => app.get(FollowMakers).run(payload.fromDistrictId, payload.toDistrictIds));
  }
  const placeOf = async (listingId: string) =>
    (
      await asOwner<{ slug: string; entry: string; maker: string }>(
        `select d.slug, l.odop_entry_id as entry, m.slug as maker
           from catalogue.listing l join odop.district d on d.id = l.district_id
           join sellers.seller s on s.id = l.seller_id join odop.district m on m.id = s.district_id
          where l.id = $1`,
        [listingId],
      )
    )[0]!;

  test('R-7.3 goods carry a GI only while an officer has seen the certificate of their maker and it holds', async () => {
    const piece = await goods(app).live();
    const badge = async () => {
      const row = (await app.get(ListingsQuery).one(piece.listingId))!;
      expect(row).toMatchObject({ gi: true, entry_state: 'live', today });
      return giBadge(row, { state_code: row.seller_state_code, authorisations: row.authorisations }, row.today);
    };
    expect(await badge()).toBe('gi_region');
    await asOwner(
      `insert into sellers.gi_authorisation (id, seller_id, gi_id, number, valid_from, valid_to, state, claimed_at, decided_at)
       select gen_random_uuid(), $1, g.id, 'AU/1', '2024-04-01', '2034-04-01', 'verified', now(), now()
         from odop.gi g where g.slug = 'bhagalpur-silk'`,
      [piece.maker.sellerId],
    );
    expect(await badge()).toBe('gi_product');
    await asOwner(`update sellers.gi_authorisation set valid_to = '2026-01-01' where seller_id = $1`, [
      piece.maker.sellerId,
    ]);
    expect(await badge()).toBe('gi_region');
  });

  test('they belong where their PIN code lies, and goods keep the entry they were listed under', async () => {
    const { live, drafted } = goods(app);
    const piece = await live();
    const { slug: home, entry } = await placeOf(piece.listingId);
    const { pincode, district_id } = await app.asSystem(() =>
      app.get(UnitOfWork).run((tx) => app.get(SellersQuery).byId(tx, piece.maker.sellerId)),
    );
    const child = { name: 'Newly Made', lgdCode: null, point: null, pincodes: [pincode], entries: [] };
    const made = await ordered(home, addDays(today, -1), { kind: 'split', into: [child], ends: false });
    await followed(district_id, made);
    expect(await placeOf(piece.listingId)).toEqual({ slug: 'newly-made', entry, maker: 'newly-made' });
    // Her district has no entry of its own yet: she goes on under those of the one it was divided from.
    const again = await drafted(piece.maker);
    expect(await placeOf(again.listingId)).toMatchObject({ slug: 'newly-made', entry });
    await followed(district_id, made);
    expect((await placeOf(piece.listingId)).slug).toBe('newly-made');
    // All of a district that is no more go with it, wherever their PIN code was thought to lie.
    const from = (await district('newly-made')).id;
    await followed(from, await ordered('newly-made', today, { kind: 'merge', into: 'munger' }));
    expect(await placeOf(piece.listingId)).toEqual({ slug: 'munger', entry, maker: 'munger' });
    expect(await placeOf(again.listingId)).toMatchObject({ slug: 'munger', maker: 'munger' });
  });

  test('SM-3 R-7.2 a division takes the product along, its maker stays: what she has listed goes on, nothing new comes', async () => {
    const { drafted, submitted, approved, make } = goods(app);
    const piece = await drafted(await make.verified({ slug: 'varanasi', pincode: '221001' }));
    await submitted(piece);
    await app.as(await make.officerOf(piece.maker.district.slug), () =>
      app.get(ReturnListing).run(piece.listingId, 'Show the border, please.'),
    );
    const { slug: home, entry } = await placeOf(piece.listingId);
    const tie = () => app.as(piece.maker.actor, () => app.get(TieProducts).run(piece.maker.sellerId, [entry]));
    await tie();
    const child = { name: 'Weavers’ Side', lgdCode: null, point: null, pincodes: [], entries: [entry] };
    await ordered(home, today, { kind: 'split', into: [child], ends: false });
    expect(await placeOf(piece.listingId)).toEqual({ slug: home, entry, maker: home });
    await submitted(piece);
    await approved(piece);
    expect((await tie()).map((one) => one.id)).toEqual([entry]);
    const refused = (code: string) => expect.objectContaining({ code });
    await expect(drafted(piece.maker, { odopEntryId: entry })).rejects.toEqual(refused('odop_entry_of_other_district'));
    await app.as(piece.maker.actor, () => app.get(TieProducts).run(piece.maker.sellerId, []));
    await expect(tie()).rejects.toEqual(refused('product_not_of_her_district'));
  });
});
