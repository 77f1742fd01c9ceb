import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { z } from 'zod';
import { ReadClient } from '#platform/database';
import {
  Allow,
  Answers,
  IfMatch,
  Open,
  Pages,
  Precondition,
  created,
  keyset,
  pageOf,
  pageQuery,
  publicly,
  withEtag,
} from '../src/index.js';
import { as, start } from './start.js';

const thing = z.strictObject({ id: z.string(), title: z.string(), version: z.number() });
const patch = z.strictObject({ title: z.string().nullable() });
const listQuery = pageQuery.extend({ odd: z.enum(['true', 'false']).optional() });
const number = z.object({ n: z.number(), label: z.string() });
const stock = { id: 'stole', title: 'Stole', version: 3 };

@Controller('v1/buyer/things')
class ThingsController {
  constructor(
    private readonly pages: Pages,
    private readonly reads: ReadClient,
  ) {}

  @Get()
  @Open()
  @Answers(200, pageOf(z.number()))
  async list(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>) {
    const page = this.pages.read(query, z.tuple([z.string(), z.number()]));
    const part = keyset(page, ['label', 'n'], 'desc', 2);
    const from = `from (select n, 'label ' || n / 4 as label from generate_series(1, 10) n) rows
                  where ($1::text is null or (n % 2 = 1) = ($1::text = 'true'))`;
    const rows = await this.reads.many(
      number,
      `select n, label ${from} ${part.where} order by ${part.orderBy} limit ${part.limit}`,
      [query.odd ?? null, ...part.values],
    );
    return this.pages.of(
      page,
      rows,
      (row) => [row.label, row.n],
      (row) => row.n,
      page.wantsCount ? 10 : undefined,
    );
  }

  @Get('stole')
  @Allow('self')
  @Answers(200, thing)
  one() {
    return withEtag(stock.version, stock);
  }

  @Get('public')
  @Open()
  @Answers(200, thing)
  everybody() {
    return publicly(60, stock);
  }

  @Post()
  @Allow('self')
  @Answers(201, thing)
  make() {
    return created('/v1/buyer/things/stole', stock, 1);
  }

  @Patch(':id')
  @Allow('self')
  @Answers(200, thing)
  change(
    @Param('id', { schema: z.literal('stole') }) _id: string,
    @IfMatch() seen: Precondition,
    @Body({ schema: patch }) body: z.infer<typeof patch>,
  ) {
    seen.check(stock.version);
    return withEtag(stock.version + 1, { ...stock, title: body.title ?? '', version: stock.version + 1 });
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('self')
  @Answers(204)
  remove(@Param('id', { schema: z.literal('stole') }) _id: string, @IfMatch() seen: Precondition): void {
    seen.check(stock.version);
  }
}

describe('conventions', () => {
  let app: NestFastifyApplication;
  const http = () => request(app.getHttpServer());
  const mergePatch = { ...as('asha'), 'content-type': 'application/merge-patch+json' };
  beforeAll(async () => {
    app = await start(ThingsController);
  });
  afterAll(() => app.close());

  test('STD-1.3 a resource carries its version; who has it already is told so', async () => {
    const first = await http().get('/v1/buyer/things/stole').set(as('asha'));
    expect(first.headers).toMatchObject({ etag: '"3"', 'cache-control': 'no-store' });
    for (const known of ['"3"', 'W/"3"', '"2", "3"', '*']) {
      const again = await http().get('/v1/buyer/things/stole').set(as('asha')).set('if-none-match', known);
      expect([again.status, again.text]).toEqual([304, '']);
    }
    const other = await http().get('/v1/buyer/things/stole').set(as('asha')).set('if-none-match', '"2"');
    expect([other.status, other.body]).toEqual([200, stock]);
  });

  test.each([
    ['nothing', undefined, 428, 'if_match_missing'],
    ['an old version', '"2"', 412, 'version_stale'],
    ['a weak tag', 'W/"3"', 412, 'version_stale'],
    ['no tag at all', '3', 412, 'version_stale'],
  ])('STD-1.3 a change that names %s is refused', async (_name, tag, status, code) => {
    for (const sent of [
      http().delete('/v1/buyer/things/stole').set(as('asha')),
      http().patch('/v1/buyer/things/stole').set(mergePatch).send({ title: 'a' }),
    ]) {
      const answer = await (tag === undefined ? sent : sent.set('if-match', tag));
      expect(answer.body).toMatchObject({ status, code });
    }
  });

  test('STD-1.3 a change that names the version goes through; a change is a merge patch', async () => {
    const changed = await http()
      .patch('/v1/buyer/things/stole')
      .set(mergePatch)
      .set('if-match', '"3"')
      .send({ title: 'New' });
    expect([changed.status, changed.headers['etag']]).toEqual([200, '"4"']);
    expect((await http().delete('/v1/buyer/things/stole').set(as('asha')).set('if-match', '*')).status).toBe(204);
    const plain = await http()
      .patch('/v1/buyer/things/stole')
      .set(as('asha'))
      .set('if-match', '"3"')
      .send({ title: 'New' });
    expect(plain.body).toMatchObject({ status: 415 });
    expect((await http().post('/v1/buyer/things').set(mergePatch).send({})).body).toMatchObject({ status: 415 });
  });

  test('what was made says where it is', async () => {
    const answer = await http().post('/v1/buyer/things').set(as('asha'));
    expect([answer.status, answer.headers['location'], answer.headers['etag']]).toEqual([
      201,
      '/v1/buyer/things/stole',
      '"1"',
    ]);
  });

  const pathOf = (link: string, rel: string): string | undefined =>
    new RegExp(`<([^>]+)>; rel="${rel}"`).exec(link)?.[1];

  test('STD-1.4 pages follow each other forwards and back without gap or repeat', async () => {
    const seen: number[][] = [];
    let link = '';
    for (let path: string | undefined = '/v1/buyer/things?limit=3'; path; path = pathOf(link, 'next')) {
      const answer = await http().get(path);
      seen.push(answer.body.items);
      link = answer.headers['link']!;
      expect(answer.body.next === null).toBe(pathOf(link, 'next') === undefined);
    }
    expect(seen).toEqual([[10, 9, 8], [7, 6, 5], [4, 3, 2], [1]]);
    const back: number[][] = [];
    for (let path = pathOf(link, 'prev'); path; path = pathOf(link, 'prev')) {
      const answer = await http().get(path);
      back.push(answer.body.items);
      link = answer.headers['link']!;
    }
    expect(back).toEqual([
      [4, 3, 2],
      [7, 6, 5],
      [10, 9, 8],
    ]);
    expect(pathOf(link, 'first')).toBe('/v1/buyer/things?limit=3');
  });

  test('STD-1.4 a cursor is for one list with one set of filters, and is ours', async () => {
    const { next } = (await http().get('/v1/buyer/things?limit=2&odd=true')).body;
    const get = (query: string) => http().get(`/v1/buyer/things?${query}`);
    expect((await get(`limit=5&odd=true&cursor=${next}`)).body.items).toEqual([5, 3, 1]);
    for (const bad of [
      `cursor=${next}`,
      `odd=false&cursor=${next}`,
      `odd=true&cursor=x${next}`,
      'cursor=abc',
      `odd=true&cursor=${next}A`,
    ]) {
      expect((await get(bad)).body).toMatchObject({ status: 400, code: 'cursor_invalid' });
    }
    expect((await get('count=true')).body.count).toBe(10);
    expect((await get('limit=101')).body).toMatchObject({ status: 422, errors: [{ pointer: '#/limit' }] });
  });

  test('S-57 what is public may be kept, and only that', async () => {
    const answer = await http().get('/v1/buyer/things/public');
    expect(answer.headers).toMatchObject({
      'cache-control': 'public, max-age=60',
      etag: expect.stringMatching(/^"[\w-]{22}"$/),
    });
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    const again = await http().get('/v1/buyer/things/public').set('if-none-match', answer.headers['etag']!);
    expect(again.status).toBe(304);
  });

  test('S-57 only pages of the allow-list may call', async () => {
    const preflight = (origin: string) =>
      http().options('/v1/buyer/things').set({ origin, 'access-control-request-method': 'POST' });
    const stranger = await preflight('https://elsewhere.example');
    expect(stranger.headers['access-control-allow-origin']).toBeUndefined();
    const plain = await http().options('/v1/buyer/things');
    expect([plain.status, plain.headers['allow']]).toEqual([204, 'GET, HEAD, POST']);
  });

  test('S-90 every answer says what a browser may do with it', async () => {
    for (const path of ['/v1/buyer/things', '/nowhere', '/v1/buyer/things/stole']) {
      const { headers } = await http().get(path);
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
      expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'.*object-src 'none'/);
    }
  });
});
