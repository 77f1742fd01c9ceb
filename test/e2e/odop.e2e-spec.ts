import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { createApi } from '../../apps/api/src/create-api.js';
import { asOwner } from '#platform/testing';

type Named = { slug: string; id: string };

describe('places and ODOP entries over HTTP', () => {
  let app: NestFastifyApplication;
  const get = (path: string) => request(app.getHttpServer()).get(`/v1/public${path}`);
  const slugs = (answer: request.Response) => (answer.body.items as Named[]).map((item) => item.slug);
  beforeAll(async () => {
    app = await createApi();
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());

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

  test('R-4.26 a PIN code leads to its district and says how sure that is', async () => {
    const sure = await get('/pincodes/221001');
    expect(sure.body).toEqual({
      pincode: '221001',
      state: { code: 'IN-UP', name: 'Uttar Pradesh' },
      district: { slug: 'varanasi', name: 'Varanasi', lgdCode: 187 },
      basis: 'agree',
      sure: true,
    });
    const suggested = await get('/pincodes/125001');
    expect(suggested.body).toMatchObject({ district: { slug: 'hisar' }, basis: 'agree_presplit', sure: false });
  });

  test.each(['/states', '/districts?limit=1', '/districts/varanasi', '/odop-entries?limit=1', '/pincodes/221001'])(
    'STD-1.3 %s may be kept by caches and is not sent twice',
    async (path) => {
      const first = await get(path);
      expect(first.status).toBe(200);
      expect(first.headers['cache-control']).toMatch(/^public, max-age=\d+$/);
      const again = await get(path).set('if-none-match', first.headers['etag']!);
      expect([again.status, again.text]).toEqual([304, '']);
    },
  );

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
    ['/states?page=2', 422],
    ['/odop-entries?cursor=x', 400],
  ])('%s is refused with %i', async (path, status) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  });
});
