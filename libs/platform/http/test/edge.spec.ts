import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { z } from 'zod';
import type { Actor } from '#platform/kernel';
import { currentContext } from '#platform/observability';
import { Allow, Answers, Me, Open, Refuses } from '../src/index.js';
import { as, start } from './start.js';

const body = z.strictObject({ title: z.string().max(5), lines: z.array(z.strictObject({ quantity: z.int() })) });
const query = z.strictObject({ limit: z.coerce.number().int().max(10).default(3) });

@Controller('v1/buyer/things')
class ThingsController {
  @Get()
  @Open()
  @Answers(200, z.unknown())
  list(@Query({ schema: query }) q: z.infer<typeof query>) {
    return { limit: q.limit };
  }

  @Get('mine')
  @Allow('self')
  @Answers(200, z.unknown())
  mine(@Me() me: Actor) {
    return { me: me.label, context: currentContext().actor.label, operation: currentContext().operation };
  }

  @Get('broken')
  @Open()
  @Answers(200, z.unknown())
  broken(): void {
    throw Object.assign(new Error('select secret from people'), { code: '42P01' });
  }

  @Get('away')
  @Open()
  @Answers(200, z.unknown())
  away(): void {
    throw Object.assign(new Error('terminating connection'), { code: '57P01' });
  }

  @Get(':id')
  @Open()
  @Answers(200, z.unknown())
  one(@Param('id', { schema: z.uuid() }) id: string) {
    return { id };
  }

  @Post()
  @HttpCode(201)
  @Allow('thing:make')
  @Answers(201, z.unknown())
  make(@Body({ schema: body }) thing: z.infer<typeof body>) {
    return { lines: thing.lines.length, audited: currentContext().audited };
  }
}

const usual = { status: 'ok' };
@Controller('health')
class ProbeController {
  @Get('live')
  @Open({ ignoresCredentials: true, unlimited: true, constant: usual })
  @Answers(200, z.unknown())
  live() {
    return { status: 'by the handler' };
  }
}

describe('the HTTP edge', () => {
  let app: NestFastifyApplication;
  const http = () => request(app.getHttpServer());
  beforeAll(async () => {
    app = await start(ThingsController, ProbeController);
  });
  afterAll(() => app.close());

  test('S-40 a route without a policy does not start', async () => {
    @Controller('v1/buyer/forgotten')
    class ForgottenController {
      @Get()
      list(): void {}
    }
    await expect(start(ForgottenController)).rejects.toThrow(
      'GET /v1/buyer/forgotten declares neither @Allow nor @Open',
    );
  });

  test('S-50 a route that hides what it takes, answers or refuses does not start', async () => {
    @Controller('elsewhere')
    class CarelessController {
      @Post(':id')
      @Allow('self')
      @Refuses('made_up')
      make(@Body({ schema: z.object({ lines: z.array(z.object({ quantity: z.int() })) }) }) _body: unknown): void {}
    }
    const started = start(CarelessController);
    await expect(started).rejects.toThrow('POST /elsewhere/:id is outside the agreed address spaces');
    await expect(started).rejects.toThrow('declares no @Answers');
    await expect(started).rejects.toThrow('refuses with made_up, which no module declares');
    await expect(started).rejects.toThrow('does not check :id');
    await expect(started).rejects.toThrow(
      'has an open object in its body at #/properties/lines/items: use z.strictObject',
    );
  });

  const json = { 'content-type': 'application/json' };
  const good = { title: 'silk', lines: [{ quantity: 1 }] };
  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  test.each<[string, () => request.Test, number, string, Record<string, unknown>]>([
    ['no credentials', () => http().post('/v1/buyer/things').set(json).send('{'), 401, 'unauthenticated', {}],
    ['bad credentials', () => http().get('/v1/buyer/things').set(as('thief')), 401, 'unauthenticated', {}],
    ['no permission', () => http().post('/v1/buyer/things').set(as('reader')).send(good), 403, 'forbidden', {}],
    ['unknown address', () => http().get('/v1/buyer/nothing'), 404, 'not_found', {}],
    ['id that is none', () => http().get('/v1/buyer/things/7'), 404, 'not_found', {}],
    ['NUL in the path', () => http().get('/v1/buyer/things/%00'), 404, 'not_found', {}],
    ['bad escape', () => http().get('/v1/buyer/things/%zz'), 400, 'request_unreadable', {}],
    ['wrong method', () => http().delete('/v1/buyer/things'), 405, 'method_not_allowed', { allow: 'GET, HEAD, POST' }],
    [
      'broken JSON',
      () => http().post('/v1/buyer/things').set(as('maker', 'thing:make')).set(json).send('{"a":'),
      400,
      'body_unreadable',
      {},
    ],
    [
      'other type',
      () => http().post('/v1/buyer/things').set(as('maker', 'thing:make')).type('text/plain').send('hi'),
      415,
      'unsupported_media_type',
      {},
    ],
    [
      '2 MB',
      () =>
        http()
          .post('/v1/buyer/things')
          .set(as('maker', 'thing:make'))
          .send({ title: 'x'.repeat(2e6) }),
      413,
      'body_too_large',
      {},
    ],
    ['9 KiB address', () => http().get(`/v1/buyer/things?limit=${'1'.repeat(9000)}`), 414, 'url_too_long', {}],
    [
      '17 KiB headers',
      () => http().get('/v1/buyer/things').set('x-much', 'x'.repeat(17_000)),
      431,
      'headers_too_large',
      {},
    ],
    [
      'too deep',
      () => http().post('/v1/buyer/things').set(as('maker', 'thing:make')).set(json).send(deep(40)),
      422,
      'invalid_input',
      {},
    ],
    ['our mistake', () => http().get('/v1/buyer/things/broken'), 500, 'internal_error', {}],
    ['no database', () => http().get('/v1/buyer/things/away'), 503, 'unavailable', { 'retry-after': '5' }],
  ])('STD-1.1 S-48 %s is a problem', async (_name, send, status, code, headers) => {
    const answer = await send();
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({ status, code, type: expect.stringMatching(`/problems/${code}$`) });
    expect(answer.body.instance).toBe(`urn:uuid:${answer.headers['x-request-id']}`);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject(headers);
    expect(answer.text).not.toMatch(/select|\.ts|node_modules/);
  });

  test('STD-1.1 a 401 says how to authenticate', async () => {
    const answer = await http().get('/v1/buyer/things/mine');
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
  });

  test.each<[string, object, string]>([
    ['a wrong type deep inside', { title: 'a', lines: [{ quantity: 'x' }] }, '#/lines/0/quantity'],
    ['an unknown member', { ...good, price: 1 }, '#/price'],
    ['an unknown member deep inside', { title: 'a', lines: [{ quantity: 1, 'a/b': 2 }] }, '#/lines/0/a~1b'],
    ['half a surrogate pair', { title: '\ud800', lines: [] }, '#/title'],
    ['U+0000', { title: 'a\0', lines: [] }, '#/title'],
    ['a prototype', JSON.parse('{"title":"a","lines":[],"__proto__":{"x":1}}') as object, '#/__proto__'],
  ])('S-47 %s is refused with a pointer', async (_name, sent, pointer) => {
    const answer = await http().post('/v1/buyer/things').set(as('maker', 'thing:make')).send(sent);
    expect(answer.body.errors?.map((e: { pointer: string }) => e.pointer)).toEqual([pointer]);
    expect(answer.status).toBe(422);
  });

  test.each([
    ['unknown', 'limt=3', '#/limt'],
    ['out of range', 'limit=11', '#/limit'],
    ['repeated', 'limit=3&limit=4', '#/limit'],
    ['unstorable', 'limit=%00', '#/limit'],
  ])('S-55 a query parameter that is %s is refused', async (_name, text, pointer) => {
    const answer = await http().get(`/v1/buyer/things?${text}`);
    expect(answer.body).toMatchObject({ status: 422, code: 'invalid_input', errors: [{ pointer }] });
  });

  test('a handler runs as its caller and under its request id', async () => {
    const answer = await http().get('/v1/buyer/things/mine').set(as('reader'));
    expect(answer.body).toEqual({ me: 'reader', context: 'reader', operation: 'GET /v1/buyer/things/mine' });
    const made = await http().post('/v1/buyer/things').set(as('maker', 'thing:make')).send(good);
    expect([made.status, made.body]).toEqual([201, { lines: 1, audited: true }]);
  });

  test('a constant answer looks like any other, whoever asks', async () => {
    const plain = await http().get('/health/live').set(as('thief')).expect(200, usual);
    const headers = (answer: request.Response) =>
      Object.keys(answer.headers).filter((name) => !name.startsWith('ratelimit'));
    expect(headers(plain)).toEqual(headers(await http().get('/v1/buyer/things').expect(200)));
    expect(plain.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(JSON.stringify(usual).length),
      'cache-control': 'no-store',
    });
  });

  test('a constant answer is given to plain questions alone: others go to its route', async () => {
    await http().head('/health/live').expect(200);
    expect((await http().get('/health/live?much=1')).body).toMatchObject({ status: 422, code: 'invalid_input' });
    await http().get('/health/live').set(json).expect(200, { status: 'by the handler' });
    await http().get('/health/live').type('application/merge-patch+json').expect(415);
    await http().post('/health/live').expect(405);
    await http().get('/health/live').set('x-much', 'x'.repeat(17_000)).expect(431);
  });
});
