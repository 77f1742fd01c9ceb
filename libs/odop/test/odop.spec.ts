import { asOwner, boot, type Booted } from '#platform/testing';
import { UnitOfWork } from '#platform/database';
import type { PageRequest } from '#platform/http';
import {
  DistrictsQuery,
  OdopEntriesQuery,
  OdopModule,
  PincodesQuery,
  SeedOdop,
  type DistrictKey,
  type OdopEntryKey,
} from '#odop';
import { pincodeBases } from '../src/domain/pincode.js';
import { odopEntryStates } from '../src/domain/odop-entry.states.js';
import { giClasses, odopLists, ranks, sectors } from '../src/domain/odop-entry.js';

let odop: Booted;
let entries: OdopEntriesQuery;
let districts: DistrictsQuery;
let pincodes: PincodesQuery;

beforeAll(async () => {
  odop = await boot([OdopModule]);
  entries = odop.get(OdopEntriesQuery);
  districts = odop.get(DistrictsQuery);
  pincodes = odop.get(PincodesQuery);
  await odop.asSystem(() => odop.get(SeedOdop).run());
});
afterAll(() => odop.close());

/** A page as the HTTP edge asks for it; the query gives one row more, if there is one. */
const first = (limit: number) => ({ limit, key: null, towards: 'next' as const, wantsCount: false, list: '' });
const districtId = async (slug: string) => (await districts.bySlug(slug))!.id;

describe('the seed in the database', () => {
  it('R-7.1 is whole', async () => {
    const [counts] = await asOwner<Record<string, number>>(
      `select (select count(*)::int from odop.state) as states,
              (select count(*)::int from odop.district) as districts,
              (select count(*)::int from odop.district_alias) as aliases,
              (select count(*)::int from odop.gi) as gi,
              (select count(*)::int from odop.pincode) as pincodes,
              (select count(*)::int from odop.entry where source = 'odop-v31') as entries,
              (select count(distinct district_id)::int from odop.entry where source = 'odop-v31') as tied`,
    );
    expect(counts).toEqual({
      states: 36,
      districts: 783,
      aliases: 350,
      gi: 657,
      pincodes: 19_147,
      entries: 1241,
      tied: 773,
    });
  });

  it('adds nothing when it runs again, and leaves what an officer has set', async () => {
    const id = (await entries.page({ district_slug: 'nagarkurnool' }, first(20)))[0]!.id;
    const correct = `update odop.entry set gi_override = $2, gi_override_reason = $3 where id = $1`;
    await asOwner(correct, [id, true, 'The name is registered.']);
    expect(await odop.asSystem(() => odop.get(SeedOdop).run())).toBe('nothing new');
    expect((await entries.byId(id))!.gi).toBe(true);
    await asOwner(correct, [id, null, null]);
    expect((await entries.byId(id))!.gi).toBe(false);
  });

  it('SM-2 starts every entry live, with its history', async () => {
    const odd = await asOwner(
      `select e.id from odop.entry e
        where e.source = 'odop-v31'
          and not exists (select from odop.entry_history h
                           where h.entry_id = e.id and h.seq = 1 and h.to_state = 'live' and h.reason like 'List of ODOP%')`,
    );
    expect(odd).toEqual([]);
  });

  it('lets the service write entries and their history, and erase neither', async () => {
    const work = odop.get(UnitOfWork);
    for (const sql of [
      'delete from odop.entry',
      'delete from odop.entry_history',
      'update odop.entry_history set seq = 2',
    ]) {
      await expect(odop.asSystem(() => work.run((tx) => tx.run(sql)))).rejects.toThrow('permission denied');
    }
  });
});

describe('a list of values in the code and its check in the database are one list', () => {
  it.each([
    ['SM-2 states', 'entry_state', odopEntryStates.names],
    ['R-7.2 sectors', 'entry_sector', sectors],
    ['R-7.2 ranks', 'entry_rank', ranks],
    ['R-7.2 parallel lists', 'entry_list', odopLists],
    ['R-4.26 bases of a PIN code', 'pincode_basis', pincodeBases],
    ['R-4.29b classes of goods', 'gi_goods_class', giClasses],
  ])('%s', async (_, constraint, values) => {
    const [check] = await asOwner<{ text: string }>(
      `select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1`,
      [constraint],
    );
    const listed = Array.from(check!.text.matchAll(/'([a-z_]+)'/g), ([, value]) => value);
    expect(new Set(listed)).toEqual(new Set(values));
  });
});

describe('R-7.1 ODOP entries', () => {
  it('are listed for a district, weightiest first', async () => {
    const list = await entries.listForDistrict(await districtId('alluri-sitharama-raju'));
    expect(list.map((entry) => [entry.product, entry.rank, entry.gi])).toEqual([
      ['Coffee (Araku)', 'primary', true],
      ['Bamboo Craft', 'secondary', false],
      ['Rock Bee Honey', 'tertiary', false],
    ]);
  });

  it('are found by id with their place', async () => {
    const [silk] = await entries.listForDistrict(await districtId('varanasi'));
    expect(await entries.byId(silk!.id)).toMatchObject({
      product: silk!.product,
      district_slug: 'varanasi',
      state_code: 'IN-UP',
      state_name: 'Uttar Pradesh',
      state: 'live',
    });
    expect(await entries.byId(await districtId('varanasi'))).toBeNull();
  });

  it.each([
    [{ state_code: 'IN-UP' }, 110],
    [{ sector: 'handloom' }, 101],
    [{ gi: true }, 256],
    [{ state_code: 'IN-AP', sector: 'dairy' }, 0],
    [{ district_slug: 'chandigarh' }, 1],
  ] as const)('%o counts %i', async (filter, count) => {
    expect(await entries.page(filter, first(1300))).toHaveLength(count);
    expect(await entries.count(filter)).toBe(count);
  });

  it.each([
    ['silk', (entry: { product: string }) => /silk/i.test(entry.product)],
    ['TOURISM', (entry: { product: string }) => entry.product.startsWith('Tourism')],
  ])('are found by the text %s', async (text, fits) => {
    const found = await entries.page({ text }, first(100));
    expect(found.some(fits)).toBe(true);
  });

  it('are found by a misspelt product and by the former name of their district', async () => {
    const coffee = await entries.page({ text: 'arraku cofee' }, first(100));
    expect(coffee.some((entry) => entry.product === 'Coffee (Araku)')).toBe(true);
    const sambhajinagar = await entries.page({ text: 'aurangabad', state_code: 'IN-MH' }, first(100));
    expect(new Set(sambhajinagar.map((entry) => entry.district_slug))).toEqual(new Set(['chhatrapati-sambhajinagar']));
  });

  it('takes wildcards in a text literally', async () => {
    expect(await entries.page({ text: '%' }, first(100))).toEqual([]);
    expect(await entries.page({ text: '_' }, first(100))).toEqual([]);
  });

  it('STD-1.4 page through once each, whatever the size of a page', async () => {
    const all = await entries.page({ state_code: 'IN-GJ' }, first(1300));
    const paged: typeof all = [];
    for (let request: PageRequest<OdopEntryKey> = first(7); ;) {
      const rows = await entries.page({ state_code: 'IN-GJ' }, request);
      paged.push(...rows.slice(0, 7));
      if (rows.length <= 7) break;
      const last = rows[6]!;
      request = { ...request, key: [last.district_slug, last.position, last.id] };
    }
    expect(paged).toEqual(all);
    expect(new Set(paged.map((entry) => entry.id)).size).toBe(90);
    const { district_slug, position, id } = all[50]!;
    const back = { ...first(7), key: [district_slug, position, id] as OdopEntryKey, towards: 'prev' as const };
    expect(await entries.page({ state_code: 'IN-GJ' }, back)).toEqual(all.slice(42, 50).reverse());
  });
});

describe('places', () => {
  it('R-7.1 counts districts by State', async () => {
    const states = await districts.states();
    expect(states.map((state) => state.name)).toEqual(states.map((state) => state.name).sort());
    expect(states.find((state) => state.code === 'IN-UP')).toMatchObject({
      lgd_code: 9,
      gst_code: '09',
      districts: 75,
    });
    expect(states.reduce((sum, state) => sum + state.districts, 0)).toBe(783);
  });

  it.each([
    ['Bilaspur', ['bilaspur-chhattisgarh', 'bilaspur-himachal-pradesh']],
    ['aurangabad', ['aurangabad-bihar', 'chhatrapati-sambhajinagar']],
    ['allahabad', ['prayagraj']],
    ['alahabad', ['prayagraj']],
    ['atlantis', []],
  ])('the text %s finds %j', async (text, slugs) => {
    expect((await districts.page({ text }, first(20))).map((district) => district.slug)).toEqual(slugs);
  });

  it('STD-1.4 districts page through once each', async () => {
    const slugs: string[] = [];
    for (let request: PageRequest<DistrictKey> = first(10); ;) {
      const rows = await districts.page({ state_code: 'IN-TN' }, request);
      slugs.push(...rows.slice(0, 10).map((district) => district.slug));
      if (rows.length <= 10) break;
      request = { ...request, key: [slugs.at(-1)!] };
    }
    expect(slugs).toHaveLength(38);
    expect(slugs).toEqual([...slugs].sort());
    expect(await districts.count({ state_code: 'IN-TN' })).toBe(38);
  });

  it('are read inside a transaction too', async () => {
    const place = await odop.asSystem(() => odop.get(UnitOfWork).run((tx) => pincodes.pincode('221001', tx)));
    expect(place).toMatchObject({ district_slug: 'varanasi', state_code: 'IN-UP', gst_code: '09' });
  });

  it('R-4.26 a PIN code must exist and lie in the State of its address', async () => {
    expect(await pincodes.inState('221001', 'IN-UP')).toMatchObject({ district_slug: 'varanasi' });
    await expect(pincodes.inState('221001', 'IN-BR')).rejects.toMatchObject({
      code: 'pincode_in_other_state',
      status: 422,
    });
    await expect(pincodes.inState('999999', 'IN-UP')).rejects.toMatchObject({ code: 'pincode_unknown', status: 422 });
  });
});
