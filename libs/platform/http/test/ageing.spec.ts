import { Controller, Get } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { z } from 'zod';
import { Answers, ApiDescription, Deprecated, Open, Page, pageOf } from '../src/index.js';
import { start } from './start.js';

const page = 'https://bazaar.example/news/things';

@Controller('v1/buyer')
class AgeingController {
  @Get('old-things')
  @Open()
  @Deprecated('2026-06-01', '2026-12-15', page)
  @Answers(200, pageOf(z.number()))
  old() {
    return new Page({ items: [1], next: 'abc' }, null);
  }

  @Get('things')
  @Open()
  @Answers(200, pageOf(z.number()))
  current() {
    return new Page({ items: [1], next: null }, null);
  }
}

describe('operations that will go', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await start(AgeingController);
  });
  afterAll(() => app.close());

  test('STD-1.7 say since when, until when, and what to read', async () => {
    const { headers } = await request(app.getHttpServer()).get('/v1/buyer/old-things').expect(200);
    expect(headers).toMatchObject({
      deprecation: `@${Date.UTC(2026, 5, 1) / 1000}`,
      sunset: 'Tue, 15 Dec 2026 00:00:00 GMT',
    });
    expect(headers['link']).toMatch(new RegExp(`^<${page}>; rel="deprecation", .*rel="next"`));
    const kept = await request(app.getHttpServer()).get('/v1/buyer/things').expect(200);
    expect(kept.headers['deprecation'] ?? kept.headers['sunset']).toBeUndefined();
  });

  test('STD-1.7 are marked in the description, and only they', () => {
    const { paths } = app.get(ApiDescription).document as {
      paths: Record<string, { get: { deprecated?: boolean } }>;
    };
    expect(paths['/v1/buyer/old-things']!.get.deprecated).toBe(true);
    expect(paths['/v1/buyer/things']!.get.deprecated).toBeUndefined();
  });

  test('STD-1.7 are announced six months ahead, or the route does not start', () => {
    expect(() => Deprecated('2026-06-01', '2026-11-01', page)).toThrow(/at least six months/);
    expect(() => Deprecated('2026-06-01', '2026-05-01', page)).toThrow(/at least six months/);
  });
});
