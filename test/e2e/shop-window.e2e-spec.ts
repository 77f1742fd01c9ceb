import { SaxesParser } from 'saxes';
import { ChangePrice, PauseListing, ShelveGoods } from '#catalogue';
import type { Goods } from '../../libs/catalogue/test/builders/goods.js';
import { openBazaar, type Bazaar } from '../support/bazaar.js';

const JSON_LD = 'application/ld+json';

/** What leads people to goods: the page's own name, what search engines read, product data, and the map of the shop. */
describe('STD-6 the shop window, over HTTP', () => {
  let bazaar: Bazaar;
  let piece: Goods;
  let slug: string;
  beforeAll(async () => {
    bazaar = await openBazaar({ worker: false });
    piece = await bazaar.goods.live({ title: 'Tussar stole & scarf' });
    await shelved();
    slug = (await get(`/v1/public/listings/${piece.listingId}`)).body.slug as string;
  }, 120_000);
  afterAll(() => bazaar.close(), 30_000);

  const shelved = () => bazaar.asSystem(() => bazaar.booted.get(ShelveGoods).run(piece.listingId));
  const get = (path: string, headers: Record<string, string> = {}) => bazaar.api.get(path).set(headers);
  /** A document as text, with every element's texts; throws where it is not well-formed. */
  const read = (xml: string): Map<string, string[]> => {
    const texts = new Map<string, string[]>();
    const parser = new SaxesParser({ xmlns: true });
    let text = '';
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', () => (text = ''));
    parser.on('text', (part) => (text += part));
    parser.on('closetag', ({ name }) => texts.set(name, [...(texts.get(name) ?? []), text]));
    parser.write(xml).close();
    return texts;
  };
  const document = async (path: string) => {
    const answer = await get(path).buffer(true).expect(200);
    return { answer, texts: read(answer.text) };
  };

  test('R-9.1 anybody reads who runs the marketplace, and who answers there', async () => {
    const { body, headers } = await get('/v1/public/marketplace').expect(200);
    const person = { name: expect.stringMatching(/\S/), phone: expect.stringMatching(/^\+?[0-9]{8,15}$/) };
    expect(body).toMatchObject({
      legalName: expect.stringMatching(/\S/),
      address: expect.stringMatching(/[0-9]{6}/),
      website: expect.stringMatching(/^https:/),
      care: { email: expect.stringContaining('@') },
      grievanceOfficer: { ...person, designation: 'Grievance Officer' },
      nodalPerson: { ...person, designation: 'Nodal Person' },
    });
    expect(headers['cache-control']).toMatch(/public/);
  });

  test('STD-6.1 goods are found by the name of their page; an earlier name leads to the one of now', async () => {
    expect(slug).toMatch(/^tussar-stole-and-scarf-[0-9a-z]{25}$/);
    const found = await get(`/v1/public/listings/by-slug/${slug}`).expect(200);
    expect(found.body).toMatchObject({ id: piece.listingId, slug, title: 'Tussar stole & scarf' });
    const earlier = slug.replace('tussar-stole-and-scarf', 'tussar-shawl');
    const moved = await get(`/v1/public/listings/by-slug/${earlier}?lang=en`).expect(308);
    expect(moved.headers['location']).toBe(`/v1/public/listings/by-slug/${slug}?lang=en`);
    await get(`/v1/public/listings/by-slug/${slug.slice(0, -1)}`).expect(404);
    await get(`/v1/public/listings/by-slug/nothing-${'0'.repeat(25)}`).expect(404);
    await get('/v1/public/listings/by-slug/No%20Slug').expect(404);
  });

  test('STD-6.1 S-57 who asks for JSON-LD gets it, caches keep both apart', async () => {
    const path = `/v1/public/listings/by-slug/${slug}`;
    const asked = await get(path, { accept: JSON_LD }).buffer(true).expect(200);
    expect(asked.headers).toMatchObject({
      'content-type': expect.stringContaining(JSON_LD),
      vary: expect.stringMatching(/accept/i),
      etag: expect.any(String),
    });
    const text = (asked.text ?? String(asked.body)) as string;
    expect(JSON.parse(text)['@graph'][0]).toMatchObject({ '@type': 'Product', offers: { price: '1450.00' } });
    expect((await get(`${path}?format=jsonld`).buffer(true).expect(200)).text).toBe(text);
    const plain = await get(`${path}?format=json`, { accept: JSON_LD }).expect(200);
    expect(plain.body).toMatchObject({ id: piece.listingId });
    expect(plain.headers['vary']).toMatch(/accept/i);
    await get(path, { accept: JSON_LD, 'if-none-match': asked.headers['etag']! }).expect(304);
  });

  test('STD-6.2 goods stand in the product data with the price of now, as XML and as a table', async () => {
    const { answer, texts } = await document('/feeds/products.xml');
    expect(answer.headers['content-type']).toMatch(/xml/);
    const at = texts.get('g:id')!.indexOf(piece.offerId);
    expect(at).toBeGreaterThanOrEqual(0);
    expect(texts.get('g:title')![at]).toBe('Tussar stole & scarf');
    expect(texts.get('g:link')![at]).toMatch(new RegExp(`/${slug}$`));
    expect(texts.get('g:sale_price')).toContain('1450.00 INR');
    const table = await get('/feeds/products.tsv').buffer(true).expect(200);
    const lines = table.text.trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith(piece.offerId))).toHaveLength(1);
    expect(new Set(lines.map((line) => line.split('\t').length)).size).toBe(1);
  });

  test('STD-6.2 S-57 who has the product data already is told so, until something changes', async () => {
    const { headers } = (await document('/feeds/products.xml')).answer;
    await get('/feeds/products.xml', { 'if-none-match': headers['etag']! }).expect(304);
    expect((await get('/feeds/products.tsv').buffer(true)).headers['etag']).not.toBe(headers['etag']);
    await bazaar.booted.as(piece.maker.actor, () => bazaar.booted.get(ChangePrice).run(piece.offerId, 140_000n));
    await shelved();
    const { answer, texts } = await document('/feeds/products.xml');
    expect(answer.headers['etag']).not.toBe(headers['etag']);
    expect(texts.get('g:sale_price')).toContain('1400.00 INR');
  });

  test('STD-6.2 the map of the shop leads to every page: goods, districts, products, categories, storefronts', async () => {
    const index = (await document('/sitemap.xml')).texts.get('loc')!;
    const pages: string[] = [];
    for (const loc of index) pages.push(...((await document(new URL(loc).pathname)).texts.get('loc') ?? []));
    const ends = (text: string) => expect.stringMatching(new RegExp(`[/=]${text}$`));
    expect(pages).toEqual(
      expect.arrayContaining([ends(slug), ends('bhagalpur'), ends('stoles-and-scarves'), ends('womaniya')]),
    );
    expect(new Set(pages).size).toBe(pages.length);
    const own = new URL(pages.find((page) => page.endsWith(slug))!);
    await get(own.pathname).expect(200);
    for (const none of ['goods-3-0.xml', 'goods-1-1.xml', 'nothing.xml']) await get(`/sitemaps/${none}`).expect(404);
    await get('/sitemaps/goods').expect(404);
    expect((await get('/robots.txt').expect(200)).text).toMatch(/^Sitemap: http.*\/sitemap\.xml$/m);
  });

  test('SM-3 goods that left the shop are in no feed and have no page', async () => {
    const other = await bazaar.goods.live({ title: 'Eri shawl' });
    await bazaar.asSystem(() => bazaar.booted.get(ShelveGoods).run(other.listingId));
    expect((await document('/feeds/products.xml')).texts.get('g:id')).toContain(other.offerId);
    const { slug: its } = (await get(`/v1/public/listings/${other.listingId}`)).body as { slug: string };
    await get(`/v1/public/listings/${other.listingId}/reviews`).expect(200);
    await bazaar.booted.as(other.maker.actor, () => bazaar.booted.get(PauseListing).run(other.listingId));
    await bazaar.asSystem(() => bazaar.booted.get(ShelveGoods).run(other.listingId));
    // A reader who asks by time alone gets them all: goods that left have no time.
    const later = { 'if-modified-since': new Date(Date.now() + 3_600_000).toUTCString() };
    await get('/feeds/products.xml', later).buffer(true).expect(200);
    const gone = await get(`/v1/public/listings/${other.listingId}/reviews`).expect(404);
    expect(gone.body).toMatchObject({ code: 'listing_unknown' });
    expect((await document('/feeds/products.xml')).texts.get('g:id')).not.toContain(other.offerId);
    await get(`/v1/public/listings/by-slug/${its}`).expect(404);
  });
});
