import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { createApi } from '../../apps/api/src/create-api.js';
import { asOwner, ownDatabase, type TestDatabase } from '#platform/testing';

/** supertest reads only media types it knows. */
const asText = (answer: request.Response, done: (error: Error | null, text: string) => void) => {
  let text = '';
  answer.on('data', (part: Buffer) => (text += part.toString()));
  answer.on('end', () => done(null, text));
};

const asBytes = (answer: request.Response, done: (error: Error | null, bytes: Buffer) => void) => {
  const parts: Buffer[] = [];
  answer.on('data', (part: Buffer) => parts.push(part));
  answer.on('end', () => done(null, Buffer.concat(parts)));
};

type Named = { slug: string; id: string };

describe('places and ODOP entries over HTTP', () => {
  let app: NestFastifyApplication;
  let database: TestDatabase;
  const get = (path: string) => request(app.getHttpServer()).get(`/v1/public${path}`);
  const slugs = (answer: request.Response) => (answer.body.items as Named[]).map((item) => item.slug);
  beforeAll(async () => {
    // Its own: the country is counted here, and other tests list new products.
    database = await ownDatabase();
    app = await createApi();
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close().then(() => database.drop()));

  test('STD-1.9 States are named by ISO code, with LGD and GST codes beside it', async () => {
    const answer = await get('/states');
    expect(answer.status).toBe(200);
    expect(answer.body.items).toHaveLength(36);
    expect(answer.body.next).toBeNull();
    expect(answer.body.items).toContainEqual({
      code: 'IN-DH',
      name: 'Dadra and Nagar Haveli and Daman and Diu',
      kind: 'union_territory',
      lgdCode: 38,
      gstCode: '26',
      districts: 3,
    });
  });

  test('STD-1.9 a district is found by its slug, with its LGD code, other names and products', async () => {
    const answer = await get('/districts/chhatrapati-sambhajinagar');
    expect(answer.body).toMatchObject({
      name: 'Chhatrapati Sambhajinagar',
      state: { code: 'IN-MH', name: 'Maharashtra' },
      otherNames: expect.arrayContaining(['Aurangabad']),
    });
    expect(answer.body.odopEntries.length).toBeGreaterThan(0);
    const hansi = await get('/districts/hansi');
    expect(hansi.body).toMatchObject({ lgdCode: null, odopEntries: [], state: { code: 'IN-HR' } });
    expect(hansi.body).toMatchObject({ parent: 'hisar', validFrom: '2025-12-22', validTo: null });
    const haryana = async (on: string) =>
      (await get(`/districts?state=IN-HR&on=${on}&count=true`)).body.count as number;
    expect([await haryana('2025-12-21'), await haryana('2025-12-22')]).toEqual([22, 23]);
    const niuland = await get('/districts/niuland');
    expect(niuland.body).toMatchObject({ lgdCode: 764, point: null });
  });

  test('districts of one name are told apart by their State', async () => {
    const answer = await get('/districts?text=bilaspur');
    expect(slugs(answer)).toEqual(['bilaspur-chhattisgarh', 'bilaspur-himachal-pradesh']);
    expect(slugs(await get('/districts?text=bilaspur&state=IN-HP'))).toEqual(['bilaspur-himachal-pradesh']);
  });

  test('STD-1.4 districts page through to the last and back', async () => {
    const seen: string[] = [];
    let answer = await get('/districts?state=IN-UP&limit=30&count=true');
    expect(answer.body.count).toBe(75);
    for (;;) {
      seen.push(...slugs(answer));
      if (answer.body.next === null) break;
      answer = await get(`/districts?state=IN-UP&limit=30&cursor=${answer.body.next}`);
    }
    expect(new Set(seen).size).toBe(75);
    const back = /<([^>]+)>; rel="prev"/.exec(answer.headers['link']!)![1]!.replace('/v1/public', '');
    expect(slugs(await get(back))).toEqual(seen.slice(30, 60));
    const other = await get(`/districts?state=IN-BR&cursor=${new URL(back, 'http://x').searchParams.get('cursor')}`);
    expect(other.body).toMatchObject({ status: 400, code: 'cursor_invalid' });
  });

  test('R-7.1 entries are filtered, counted and paged', async () => {
    const all = await get('/odop-entries?count=true');
    expect(all.body).toMatchObject({ count: 1241, next: expect.any(String) });
    expect(all.body.items).toHaveLength(20);
    const filtered = await get('/odop-entries?state=IN-UP&sector=handicrafts&gi=true&count=true&limit=100');
    expect(filtered.body.items).toHaveLength(filtered.body.count);
    for (const entry of filtered.body.items) {
      expect(entry).toMatchObject({ state: { code: 'IN-UP' }, sector: 'handicrafts', gi: true, status: 'live' });
    }
    const varanasi = await get('/odop-entries?district=varanasi');
    expect(varanasi.body.items.map((entry: { rank: string }) => entry.rank)).toEqual([
      'primary',
      'secondary',
      'tertiary',
      'other',
    ]);
    const second = await get(`/odop-entries?limit=1&cursor=${(await get('/odop-entries?limit=1')).body.next}`);
    expect(second.body.items[0].id).toBe(all.body.items[1].id);
  });

  test('R-7.2 tourism is shown, but takes no listings', async () => {
    const answer = await get('/odop-entries?text=tourism');
    expect(answer.body.items).toHaveLength(8);
    expect(answer.body.items.every((entry: { takesListings: boolean }) => !entry.takesListings)).toBe(true);
  });

  test('R-7.2 an entry that was only proposed is not shown, one that is closed still is', async () => {
    const [seeded] = (await get('/odop-entries?district=varanasi')).body.items as Named[];
    const put = (state: string) =>
      asOwner(`update odop.entry set state = $2, effective_to = '2026-11-01' where id = $1`, [seeded!.id, state]);
    await put('proposed');
    expect((await get(`/odop-entries/${seeded!.id}`)).status).toBe(404);
    await put('retired');
    const closed = await get(`/odop-entries/${seeded!.id}`);
    expect(closed.body).toMatchObject({ status: 'retired', takesListings: false, effectiveTo: '2026-11-01' });
    expect((await get('/odop-entries?district=varanasi')).body.items).toHaveLength(3);
    await asOwner(`update odop.entry set state = 'live', effective_to = null where id = $1`, [seeded!.id]);
  });

  test.each([
    ['banarasi sari', 'varanasi', 'silk-products'],
    ['बनारसी साड़ी', 'varanasi', 'silk-products'],
    ['Banarsi saree', 'varanasi', 'silk-products'],
    ['brassware', 'moradabad', 'moradabad-metal-craft'],
    ['पीतल', 'moradabad', 'moradabad-metal-craft'],
    ['budhni toys', 'sehore', 'wooden-toys-and-handicraft'],
    ['khambhat agate', 'anand', 'agates-stone'],
    ['lakadong turmeric', 'west-jaintia-hills', 'turmeric-lakadong'],
    ['காஞ்சிபுரம் பட்டு', 'kancheepuram', 'kancheepuram-silk'],
    ['kanchipuram silk', 'kancheepuram', 'kancheepuram-silk'],
    ['ਫੁਲਕਾਰੀ', 'patiala', 'phulkari'],
    ['मधुबनी', 'madhubani', 'madhubani-paintings'],
    ['মুর্শিদাবাদ', 'murshidabad', null],
    ['arraku cofee', 'alluri-sitharama-raju', 'coffee-araku'],
  ])('R-7.1 the text %s finds a product of %s', async (text, district, entry) => {
    const answer = await get(`/odop-entries?limit=100&text=${encodeURIComponent(text)}`);
    const found = answer.body.items as { slug: string; district: { slug: string } }[];
    expect(found).toContainEqual(
      expect.objectContaining({
        ...(entry === null ? {} : { slug: entry }),
        district: expect.objectContaining({ slug: district }),
      }),
    );
  });

  test('R-7.1 Uttar Pradesh lists 110 products; a State, a district, a sector, a box narrow the list', async () => {
    expect((await get('/odop-entries?state=IN-UP&count=true')).body.count).toBe(110);
    const box = await get('/odop-entries?bbox=82.5,25,83.5,26&limit=100&count=true');
    expect(box.body.count).toBeGreaterThan(3);
    expect(box.body.items.map((one: { district: { slug: string } }) => one.district.slug)).toContain('varanasi');
    expect((await get('/odop-entries?bbox=0,0,1,1&count=true')).body).toMatchObject({ count: 0, items: [] });
  });

  test('R-7.2 what was listed on a day can be asked', async () => {
    expect((await get('/odop-entries?on=2025-06-30&count=true')).body.count).toBe(0);
    expect((await get('/odop-entries?on=2025-07-01&count=true')).body.count).toBe(1241);
    const [seeded] = (await get('/odop-entries?district=varanasi')).body.items as Named[];
    const put = (state: string, to: string | null) =>
      asOwner(`update odop.entry set state = $2, effective_to = $3 where id = $1`, [seeded!.id, state, to]);
    await put('retired', '2026-03-01');
    const on = async (day: string) =>
      ((await get(`/odop-entries?district=varanasi&on=${day}`)).body.items as Named[]).map((one) => one.id);
    expect(await on('2026-02-28')).toContain(seeded!.id);
    expect(await on('2026-03-01')).not.toContain(seeded!.id);
    await put('live', null);
    expect((await get('/districts?on=2020-01-01&state=IN-UP&count=true')).body.count).toBe(75);
  });

  test('SM-2 what publications name but the list does not waits for the State, unseen', async () => {
    const rows = await asOwner<{ district_slug: string; state: string; seen: boolean }>(
      `select district_slug, state, exists (select from odop.entry_evidence v where v.entry_id = e.id) as seen
         from odop.entry e where source = 'programme-publications' order by 1`,
    );
    expect(rows).toEqual(
      ['amritsar', 'budgam', 'rajsamand', 'sivasagar'].map((district_slug) => ({
        district_slug,
        state: 'district_reviewed',
        seen: true,
      })),
    );
    expect((await get('/odop-entries?district=rajsamand')).body.items).toHaveLength(1);
  });

  test('R-7.4 the map of districts is GeoJSON with counts, told apart from the list by Accept', async () => {
    const map = (path: string) => get(path).set('accept', 'application/geo+json').buffer(true).parse(asText);
    const answer = await map('/districts');
    expect(answer.headers).toMatchObject({
      'content-type': expect.stringMatching(/^application\/geo\+json/),
      vary: expect.stringMatching(/accept/i),
      'cache-control': 'public, max-age=300',
    });
    const whole = JSON.parse(answer.body as string);
    expect(whole.features).toHaveLength(783);
    const sum = (what: string) =>
      whole.features.reduce((n: number, one: { properties: Record<string, number> }) => n + one.properties[what]!, 0);
    expect(sum('products')).toBe(1241);
    expect(whole.features.find((one: { id: string }) => one.id === 'varanasi')).toMatchObject({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [82.9076, 25.3919] },
      properties: { name: 'Varanasi', state: 'IN-UP', lgdCode: 187, products: 4, geometryIs: 'polygon' },
    });
    expect(whole.features.find((one: { id: string }) => one.id === 'niuland').geometry).toBeNull();
    const again = await map('/districts').set('if-none-match', answer.headers['etag']!);
    expect(again.status).toBe(304);
    expect(JSON.parse((await map('/districts?state=IN-GA')).body as string).features).toHaveLength(2);
    expect((await get('/districts?state=IN-GA')).headers['content-type']).toMatch(/^application\/json/);
  });

  test('R-4.29b the GI register is listed, filtered and tied to entries', async () => {
    expect((await get('/gi?count=true&limit=1')).body.count).toBe(657);
    expect(slugs(await get('/gi?state=IN-WB&class=agricultural&limit=100'))).toContain('darjeeling-tea');
    expect(slugs(await get(`/gi?text=${encodeURIComponent('दार्जिलिंग')}&limit=100`))).toContain('darjeeling-tea');
    const tea = await get('/gi/darjeeling-tea');
    expect(tea.body).toMatchObject({
      states: ['IN-WB'],
      odopEntries: [{ product: 'Darjeeling Tea', district: 'darjeeling' }],
    });
  });

  test('R-7.4 places that support makers are points, and a sample says that it is one', async () => {
    const malls = await get('/infrastructure?kind=ekta_mall&state=IN-UP&count=true');
    expect(malls.body.count).toBe(3);
    expect(malls.body.items.every((one: { sample: boolean }) => !one.sample)).toBe(true);
    const others = await get('/infrastructure?limit=100');
    const made_up = others.body.items.filter((one: { sample: boolean }) => one.sample);
    expect(made_up.length).toBeGreaterThan(10);
    expect(made_up.every((one: { name: string }) => one.name.startsWith('Sample'))).toBe(true);
    expect((await get('/infrastructure?bbox=82.5,25,83.5,26')).body.items).toHaveLength(1);
    expect((await get('/infrastructure?district=puri')).body.items).toHaveLength(1);
  });

  test('R-7.4 R-7.4b a product has a card: its names, GIs, makers, and its story once it was told', async () => {
    const entry = (await get('/odop-entries?district=varanasi')).body.items[0] as Named;
    const card = await get(`/odop-entries/${entry.id}/story?lang=hi`);
    expect(card.body).toMatchObject({
      entry: { id: entry.id, product: 'Silk Products' },
      names: expect.arrayContaining([{ lang: 'hi', name: 'बनारसी साड़ी', kind: 'local' }]),
      gi: expect.arrayContaining([{ slug: 'banaras-brocades-and-sarees', name: 'Banaras Brocades and Sarees' }]),
      languages: [],
      story: null,
    });
    const tell = (lang: string, title: string) =>
      asOwner(
        `insert into odop.entry_story (entry_id, lang, title, body, materials, steps, quotes, images, updated_at)
         values ($1, $2, $3, $4, '{silk}', '{"wind the yarn","weave"}', '[]', '[]', now())`,
        [entry.id, lang, title, 'What is told of it. '.repeat(20)],
      );
    await tell('hi', 'रेशम');
    await tell('ta', 'பட்டு');
    expect((await get(`/odop-entries/${entry.id}/story?lang=ta`)).body).toMatchObject({
      languages: ['hi', 'ta'],
      story: { lang: 'ta', title: 'பட்டு', materials: ['silk'] },
    });
    expect((await get(`/odop-entries/${entry.id}/story?lang=en`)).body.story.lang).toBe('hi');
    await asOwner(`delete from odop.entry_story where entry_id = $1`, [entry.id]);
  });

  test('R-7.4b a card and the wall of a district are printed, the same each time', async () => {
    const entry = (await get('/odop-entries?district=varanasi')).body.items[0] as Named;
    const print = async (path: string) => {
      const answer = await get(path).buffer(true).parse(asBytes);
      expect(answer.headers['content-type']).toMatch(/^application\/pdf/);
      return { pdf: answer.body as Buffer, etag: answer.headers['etag']! };
    };
    const first = await print(`/odop-entries/${entry.id}/panel`);
    expect(first.pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(first.pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect((await print(`/odop-entries/${entry.id}/panel`)).pdf.equals(first.pdf)).toBe(true);
    const wall = await print('/districts/varanasi/wall');
    expect(wall.pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(4);
    const again = await get('/districts/varanasi/wall').set('if-none-match', wall.etag);
    expect(again.status).toBe(304);
  });

  test('R-7.4 first stories are told in English and Hindi, with craft, materials and steps', async () => {
    const [art] = (await get('/odop-entries?district=madhubani')).body.items as Named[];
    const hindi = await get(`/odop-entries/${art!.id}/story?lang=hi`);
    expect(hindi.body).toMatchObject({ languages: ['en', 'hi'], story: { lang: 'hi', craft: 'चित्रकला' } });
    expect(hindi.body.story.steps).toHaveLength(3);
    const told = await asOwner<{ entries: number; short: number }>(
      `select count(distinct entry_id)::int as entries, count(*) filter (where char_length(body) < 300)::int as short
         from odop.entry_story where updated_at < '2026-11-23'`,
    );
    expect(told).toEqual([{ entries: 20, short: 0 }]);
  });

  test('R-7.4b the wall of a State has a page for each of its products, letters of its own scripts among them', async () => {
    const wall = async (state: string) =>
      ((await get(`/states/${state}/wall?lang=hi`).buffer(true).parse(asBytes)).body as Buffer).toString('latin1');
    const { count } = (await get('/odop-entries?state=IN-TN&count=true')).body as { count: number };
    const tamil = await wall('IN-TN');
    expect(tamil.match(/\/Type \/Page\b/g)).toHaveLength(count);
    expect(tamil).toMatch(/\/BaseFont \/[A-Z]+\+NotoSansTamil/);
    expect(await wall('IN-PB')).toMatch(/\/BaseFont \/[A-Z]+\+NotoSansGurmukhi/);
    expect((await get('/states/IN-XX/wall')).status).toBe(404);
  });

  test('S-11 the wall of a State is sent while it is drawn, and not drawn for who has it; its counts make it another', async () => {
    const path = '/states/IN-GA/wall';
    const first = await get(path).buffer(true).parse(asBytes);
    expect(first.headers).toMatchObject({ 'transfer-encoding': 'chunked', 'cache-control': 'public, max-age=300' });
    expect((first.body as Buffer).subarray(-6).toString()).toMatch(/%%EOF/);
    const again = await get(path).buffer(true).parse(asBytes);
    expect((again.body as Buffer).equals(first.body as Buffer)).toBe(true);
    const tag = first.headers['etag']!;
    const unchanged = await get(path).set('if-none-match', tag);
    expect([unchanged.status, unchanged.text, unchanged.headers['content-type']]).toEqual([304, '', undefined]);
    const counted = (makers: number) =>
      asOwner(
        `insert into odop.entry_counts (entry_id, makers, listings, counted_at)
         select e.id, $1, 0, now() from odop.entry e join odop.district d on d.id = e.district_id where d.state_code = 'IN-GA'
         on conflict (entry_id) do update set makers = excluded.makers`,
        [makers],
      );
    await counted(7);
    const changed = await get(path).set('if-none-match', tag);
    expect([changed.status, changed.headers['etag'] === tag]).toEqual([200, false]);
    await counted(0);
  });

  test('R-4.26 every PIN code of the directory resolves to a present district of its State', async () => {
    const [lost] = await asOwner<{ pins: number; lost: number }>(
      `select count(*)::int as pins, count(*) filter (where d.id is null or d.valid_to is not null)::int as lost
         from odop.v_pincode p left join odop.v_district d on d.id = p.district_id and d.state_code = p.state_code`,
    );
    expect(lost).toEqual({ pins: 19_147, lost: 0 });
  });

  test('R-4.26 a PIN code leads to its district and says how sure that is', async () => {
    const sure = await get('/pincodes/221001');
    expect(sure.body).toEqual({
      pincode: '221001',
      state: { code: 'IN-UP', name: 'Uttar Pradesh' },
      district: { slug: 'varanasi', name: 'Varanasi', lgdCode: 187 },
      basis: 'agree',
      sure: true,
    });
    const leh = await get('/pincodes/194101');
    expect(leh.body).toMatchObject({ district: { slug: 'leh' }, basis: 'knowledge', sure: false });
    const suggested = await get('/pincodes/125001');
    expect(suggested.body).toMatchObject({ district: { slug: 'hisar' }, basis: 'agree_presplit', sure: false });
  });

  test.each([
    '/states',
    '/districts?limit=1',
    '/districts/varanasi',
    '/odop-entries?limit=1',
    '/pincodes/221001',
    '/gi?limit=1',
    '/infrastructure?limit=1',
  ])('STD-1.3 %s may be kept by caches and is not sent twice', async (path) => {
    const first = await get(path);
    expect(first.status).toBe(200);
    expect(first.headers['cache-control']).toMatch(/^public, max-age=\d+$/);
    const again = await get(path).set('if-none-match', first.headers['etag']!);
    expect([again.status, again.text]).toEqual([304, '']);
  });

  test.each([
    ['/districts/atlantis', 404],
    ['/districts/Varanasi', 404],
    ['/pincodes/999999', 404],
    ['/pincodes/22100', 404],
    ['/odop-entries/varanasi', 404],
    ['/odop-entries/00000000-0000-8000-8000-000000000000', 404],
    ['/districts?state=UP', 422],
    ['/districts?text=a', 422],
    ['/districts?limit=101', 422],
    ['/districts?colour=red', 422],
    ['/odop-entries?sector=pottery', 422],
    ['/odop-entries?gi=maybe', 422],
    ['/odop-entries?bbox=1,2,3', 422],
    ['/odop-entries?bbox=9,9,1,1', 422],
    ['/odop-entries?on=2026-02-30', 422],
    ['/gi/atlantis-amphora', 404],
    ['/districts/hansi/wall', 404],
    ['/odop-entries/00000000-0000-8000-8000-000000000000/story', 404],
    ['/odop-entries/00000000-0000-8000-8000-000000000000/panel', 404],
    ['/odop-entries/00000000-0000-8000-8000-000000000000/story?lang=Hindi', 422],
    ['/gi?class=magic', 422],
    ['/infrastructure?kind=castle', 422],
    ['/states?page=2', 422],
    ['/odop-entries?cursor=x', 400],
  ])('%s is refused with %i', async (path, status) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  });
});
