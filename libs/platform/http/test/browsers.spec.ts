import { Controller, Get, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { z } from 'zod';
import type { Actor } from '#platform/kernel';
import { Allow, Answers, created, Me, Open, Page, pageOf, publicly } from '../src/index.js';
import { as, start } from './start.js';

const ours = 'https://shop.example';

@Controller('v1')
class ThingsController {
  @Get('public/things')
  @Open()
  @Answers(200, pageOf(z.string()))
  everybody() {
    return publicly(60, new Page({ items: ['stole'], next: 'abc' }, null));
  }

  @Get('buyer/things')
  @Allow('self')
  @Answers(200, z.unknown())
  own(@Me() me: Actor) {
    return { of: me.label };
  }

  @Post('buyer/things')
  @Allow('self')
  @Answers(201, z.unknown())
  make() {
    return created('/v1/buyer/things/1', {});
  }
}

describe('S-57 browsers and caches', () => {
  let app: NestFastifyApplication;
  const http = () => request(app.getHttpServer());
  beforeAll(async () => {
    process.env.CORS_ORIGINS = `${ours}, https://other.example`;
    app = await start(ThingsController);
  });
  afterAll(() => app.close());

  // origin, path: what the page may read, and whether with credentials
  test.each<[string | null, string, string | undefined, boolean]>([
    [ours, '/v1/buyer/things', ours, true],
    [ours, '/v1/public/things', ours, true],
    ['https://other.example', '/v1/buyer/things', 'https://other.example', true],
    ['https://elsewhere.example', '/v1/buyer/things', undefined, false],
    ['https://elsewhere.example', '/v1/public/things', '*', false],
    ['https://shop.example.elsewhere.example', '/v1/buyer/things', undefined, false],
    ['http://shop.example', '/v1/buyer/things', undefined, false],
    ['https://SHOP.example', '/v1/buyer/things', undefined, false],
    ['null', '/v1/buyer/things', undefined, false],
    [null, '/v1/buyer/things', undefined, false],
  ])('S-57 a page of %s reading %s', async (origin, path, allowed, withCredentials) => {
    const answer = await http()
      .get(path)
      .set({ ...as('asha'), ...(origin === null ? {} : { origin }) });
    const { headers } = answer;
    expect(headers['access-control-allow-origin']).toBe(allowed);
    expect(headers['access-control-allow-credentials']).toBe(withCredentials ? 'true' : undefined);
    expect(headers['vary']).toBe('Origin');
    const asked = await http()
      .options(path)
      .set({ ...(origin === null ? {} : { origin }), 'access-control-request-method': 'POST' });
    expect(asked.headers['access-control-allow-origin']).toBe(allowed);
    expect(asked.headers['access-control-allow-methods'] === undefined).toBe(allowed === undefined);
  });

  test('S-57 what is personal is kept by nobody, refusals are neither, and no tag is shared', async () => {
    for (const who of ['asha', 'bina']) {
      const { headers, body } = await http().get('/v1/buyer/things').set(as(who)).set('if-none-match', '*');
      expect(body).toEqual({ of: who });
      expect([headers['cache-control'], headers['etag']]).toEqual(['no-store', undefined]);
    }
    for (const path of ['/v1/buyer/things', '/nowhere', '/v1/public/things?unknown=1']) {
      expect((await http().get(path)).headers['cache-control']).toBe('no-store');
    }
  });

  test('S-57 headers that no cache looks at change nothing in what it keeps', async () => {
    const plain = await http().get('/v1/public/things').expect(200);
    const poisons = {
      ...{ 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher', 'x-forwarded-port': '1' },
      ...{ 'x-original-url': '/v1/buyer/things', 'x-rewrite-url': '/v1/buyer/things', 'x-host': 'evil.example' },
      ...{ 'x-http-method-override': 'POST', 'x-method-override': 'DELETE', 'x-forwarded-scheme': 'http' },
      ...{ forwarded: 'host=evil.example;proto=http', host: 'evil.example', 'x-forwarded-prefix': '/evil' },
    };
    for (const [name, value] of Object.entries(poisons)) {
      const answer = await http().get('/v1/public/things').set(name, value);
      expect([name, answer.status, answer.text]).toEqual([name, 200, plain.text]);
      for (const kept of ['etag', 'link', 'cache-control', 'vary', 'location']) {
        expect([name, answer.headers[kept]]).toEqual([name, plain.headers[kept]]);
      }
    }
  });
});
