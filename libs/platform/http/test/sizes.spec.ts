import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { Body, Controller, Get, HttpCode, Post, Query, RawBody } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { Answers, Open, Takes, contentDigest } from '../src/index.js';
import { start } from './start.js';

const anything = z.strictObject({ x: z.unknown() });
const settings = z.object({ statement: z.string(), lock: z.string(), idle: z.string() });

@Controller('v1/buyer/things')
class ThingsController {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  @Open()
  @Answers(200, z.unknown())
  list(@Query('q', { schema: z.string().max(9000) }) q: string) {
    return { length: q.length };
  }

  @Post()
  @HttpCode(200)
  @Open()
  @Answers(200, z.unknown())
  take(@Body({ schema: anything }) _body: z.infer<typeof anything>) {
    return { done: true };
  }

  @Post('pictures')
  @HttpCode(200)
  @Open()
  @Takes(['image/png'], 1000)
  @Answers(200, z.unknown())
  picture(@RawBody() bytes: Buffer) {
    return { bytes: bytes.length };
  }

  @Get('settings')
  @Open()
  @Answers(200, settings)
  settings() {
    return this.work.run((tx) =>
      tx.maybe(
        settings,
        `select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
                current_setting('idle_in_transaction_session_timeout') as idle`,
      ),
    );
  }

  @Get('slow-statement')
  @Open()
  @Answers(200, z.unknown())
  slowStatement() {
    return this.work.run(async (tx) => {
      await tx.run('set local statement_timeout = 50');
      return tx.many(z.unknown(), 'select pg_sleep(5)');
    });
  }
}

describe('how large and how slow a request may be', () => {
  let app: NestFastifyApplication;
  const http = () => request(app.getHttpServer());
  beforeAll(async () => {
    process.env.DATABASE_PATIENCE = '1';
    process.env.HEADERS_TIMEOUT_MS = '150';
    process.env.REQUEST_TIMEOUT_MS = '300';
    app = await start(ThingsController);
    await app.listen(0, '127.0.0.1');
  });
  afterAll(() => app.close());

  const json = (text: string) => http().post('/v1/buyer/things').set('content-type', 'application/json').send(text);
  const bodyOf = (bytes: number) => `{"x":"${'a'.repeat(bytes - 8)}"}`;
  const deep = (levels: number) => `{"x":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
  const urlOf = (bytes: number) => {
    const path = '/v1/buyer/things?q=';
    return path + 'a'.repeat(bytes - path.length);
  };
  /** A request whose header lines, each counted with its colon, blank and line end, are so many bytes. */
  const headersOf = async (bytes: number) => {
    const fixed = `host: a\r\nconnection: close\r\n`;
    const name = 'x-much: ';
    return raw(
      `GET /v1/buyer/things?q=a HTTP/1.1\r\n${fixed}${name}${'a'.repeat(bytes - fixed.length - name.length - 2)}\r\n\r\n`,
    );
  };
  /** What comes back on a connection of its own for these bytes, until the service ends it. */
  function raw(text: string): Promise<{ status: number; headers: string; body: { code?: string } }> {
    const { port } = new URL(`http://${addressOf(app)}`);
    return new Promise((resolve, reject) => {
      let seen = '';
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
      socket.on('data', (part) => (seen += part.toString()));
      socket.on('error', reject);
      socket.on('close', () => {
        const [headers = '', body = ''] = seen.split('\r\n\r\n');
        const text = body.slice(body.indexOf('{'), body.lastIndexOf('}') + 1);
        resolve({
          status: Number(headers.split(' ')[1]),
          headers,
          body: JSON.parse(text || '{}') as { code?: string },
        });
      });
    });
  }

  test.each<[string, () => PromiseLike<{ status: number }>, number]>([
    ['a body of 1 MiB', () => json(bodyOf(1024 * 1024)), 200],
    ['a byte more', () => json(bodyOf(1024 * 1024 + 1)), 413],
    ['32 levels', () => json(deep(32)), 200],
    ['33 levels', () => json(deep(33)), 422],
    ['500,000 levels', () => json(deep(500_000)), 422],
    ['an address of 8 KiB', () => http().get(urlOf(8192)), 200],
    ['a byte more of address', () => http().get(urlOf(8193)), 414],
    ['headers of 16 KiB', () => headersOf(16 * 1024), 200],
    ['a byte more of headers', () => headersOf(16 * 1024 + 1), 431],
    ['headers of 40 KiB', () => headersOf(40 * 1024), 431],
    ['bytes as many as the route takes', () => picture(1000), 200],
    ['one byte more than it takes', () => picture(1001), 413],
  ])('S-48 %s', async (_name, send, status) => expect((await send()).status).toBe(status));

  const picture = (bytes: number) =>
    http().post('/v1/buyer/things/pictures').set('content-type', 'image/png').send(Buffer.alloc(bytes, 7));

  test.each([
    ['headers that do not end', 'GET /v1/buyer/things?q=a HTTP/1.1\r\nhost: a\r\nx-slow: '],
    [
      'a body that does not end',
      'POST /v1/buyer/things HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"x":',
    ],
  ])('S-48 %s are a request_timeout', async (_name, text) => {
    const answer = await raw(text);
    expect(answer.headers).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer.headers).toMatch(/content-type: application\/problem\+json/);
    expect(answer.body).toMatchObject({ status: 408, code: 'request_timeout' });
  });

  test('S-48 statements, waits for locks and idle transactions end; a statement that ended is 503', async () => {
    const { body } = await http().get('/v1/buyer/things/settings').expect(200);
    expect(body).toEqual({ statement: '5s', lock: '2s', idle: '10s' });
    const answer = await http().get('/v1/buyer/things/slow-statement');
    expect([answer.status, answer.body.code, answer.headers['retry-after']]).toEqual([503, 'unavailable', '5']);
  });

  const bytes = Buffer.from('{"x": "stole"}');
  const sha512 = `sha-512=:${createHash('sha512').update(bytes).digest('base64')}:`;
  test.each([
    ['its own', contentDigest(bytes), 200],
    ['its own by two algorithms', `${sha512}, ${contentDigest(bytes)}`, 200],
    ['one by an algorithm nobody trusts', 'md5=:1B2M2Y8AsgTpgAmY7PhCfg==:', 200],
    ['that of another body', contentDigest(Buffer.from('{"x": "stolen"}')), 400],
    ['one right and one wrong', `${contentDigest(bytes)}, sha-512=:AAAA:`, 400],
    ['none at all', 'sha-256=abc', 400],
  ])('STD-1.9 a body with a digest that is %s', async (_name, digest, status) => {
    for (const [path, type, sent] of [
      ['/v1/buyer/things', 'application/json', bytes.toString()],
      ['/v1/buyer/things/pictures', 'image/png', bytes],
    ] as const) {
      const answer = await http().post(path).set({ 'content-type': type, 'content-digest': digest }).send(sent);
      expect(answer.status).toBe(status);
      if (status === 400) expect(answer.body.code).toBe('content_digest_mismatch');
    }
  });
});

const addressOf = (app: NestFastifyApplication): string => {
  const address = app.getHttpServer().address();
  return typeof address === 'string' || address === null ? '' : `127.0.0.1:${address.port}`;
};
