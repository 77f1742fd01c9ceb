import { RegistriesSimulator } from '#platform/simulators';
import { asOwner, boot, type Booted } from '#platform/testing';
import { CatalogueModule, CountGoods } from '../src/index.js';
import { goods } from './builders/goods.js';

describe('R-7.4 what is on sale where', () => {
  let app: Booted;
  const registries = new RegistriesSimulator();
  beforeAll(async () => {
    await registries.start({ secretKey: 'sk_test_simulated' });
    process.env['REGISTRIES_URL'] = registries.url;
    app = await boot([CatalogueModule]);
  });
  afterAll(async () => {
    await app.close();
    await registries.stop();
  });

  test('is counted for the map and the cards, and forgotten when it is gone', async () => {
    const { live } = goods(app);
    const piece = await live();
    const count = () => app.asSystem(() => app.get(CountGoods).run());
    const told = async () =>
      (
        await asOwner<{ district: number; entry: number; makers: number }>(
          `select d.listings as district, d.makers, e.listings as entry
             from catalogue.listing l
             join odop.district_counts d on d.district_id = l.district_id
             join odop.entry_counts e on e.entry_id = l.odop_entry_id
            where l.id = $1`,
          [piece.listingId],
        )
      )[0];
    await count();
    const first = (await told())!;
    expect(first.district).toBeGreaterThan(0);
    expect(first.makers).toBeGreaterThan(0);
    // Her food licence ended: a stole is no food and still counts; as food it would be hidden.
    const restricted = (kinds: string[]) =>
      asOwner(`update sellers.seller set state = 'restricted', restricted_kinds = $2 where id = $1`, [
        piece.maker.sellerId,
        kinds,
      ]);
    await restricted(['food']);
    await count();
    expect(await told()).toEqual(first);
    await asOwner(`update catalogue.listing set hsn = '09042110' where id = $1`, [piece.listingId]);
    await count();
    expect(await told()).toEqual({ ...first, district: first.district - 1, entry: first.entry - 1 });
    await asOwner(`update catalogue.listing set hsn = '50072010' where id = $1`, [piece.listingId]);
    await asOwner(`update sellers.seller set state = 'active', restricted_kinds = '{}' where id = $1`, [
      piece.maker.sellerId,
    ]);
    await count();
    expect(await told()).toEqual(first);
    await asOwner(`update catalogue.listing set state = 'archived' where id = $1`, [piece.listingId]);
    await count();
    expect(await told()).toEqual({ ...first, district: first.district - 1, entry: first.entry - 1 });
  });
});
