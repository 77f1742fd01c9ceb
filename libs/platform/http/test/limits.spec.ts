import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { z } from 'zod';
import { asOwner } from '#platform/testing';
import { Allow, Answers, Limited, Open } from '../src/index.js';
import { addressKey } from '../src/limits/caller-key.js';
import { as, start } from './start.js';

const done = z.strictObject({ done: z.literal(true) });

@Controller('v1/buyer/things')
class ThingsController {
  @Get()
  @Open()
  @Answers(200, done)
  read() {
    return { done: true };
  }

  @Get('search')
  @Open()
  @Limited('search')
  @Answers(200, done)
  search() {
    return { done: true };
  }

  @Post()
  @HttpCode(200)
  @Allow('self')
  @Answers(200, done)
  write() {
    return { done: true };
  }
}

const forget = () => asOwner('truncate platform.rate_limit');

describe('rate limits', () => {
  let apps: NestFastifyApplication[];
  const statuses = async (times: number, send: (i: number) => request.Test) =>
    (await Promise.all(Array.from({ length: times }, (_, i) => send(i)))).map((answer) => answer.status);
  const passed = (all: readonly number[]) => all.filter((status) => status === 200).length;
  const http = (i = 0) => request(apps[i % apps.length]!.getHttpServer());
  const write = (who: string) => (i: number) => http(i).post('/v1/buyer/things').set(as(who));

  beforeAll(async () => {
    // A busy machine must not make two processes count for themselves here.
    process.env.RATE_LIMITS_PATIENCE_MS = '20000';
    process.env.RATE_LIMITS = 'default=30/60, search=5/60, writes=20/60';
    apps = [await start(ThingsController), await start(ThingsController)];
    await forget();
  });
  afterAll(async () => {
    for (const app of apps) await app.close();
  });

  test('STD-1.6 every answer says how much is left; each quota is counted by itself', async () => {
    const read = await http().get('/v1/buyer/things');
    expect(read.headers).toMatchObject({
      'ratelimit-policy': '"default";q=30;w=60',
      ratelimit: expect.stringMatching(/^"default";r=29;t=\d+$/),
    });
    const missing = await http().get('/nowhere');
    expect(missing.headers['ratelimit']).toMatch(/^"default";r=28;t=/);
    const found = await http().get('/v1/buyer/things/search');
    expect(found.headers['ratelimit']).toMatch(/^"search";r=4;t=/);
    const refused = await write('nobody')(0).set('authorization', 'Bearer thief');
    expect([refused.status, refused.headers['ratelimit']]).toEqual([401, expect.stringMatching(/^"default";r=27;t=/)]);
  });

  test('STD-1.6 a used-up quota is 429 with the time to wait', async () => {
    expect(passed(await statuses(10, () => http().get('/v1/buyer/things/search')))).toBe(4);
    const answer = await http().get('/v1/buyer/things/search');
    expect(answer.body).toMatchObject({ status: 429, code: 'too_many_requests', facts: { policy: 'search' } });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect((await http().get('/v1/buyer/things')).status).toBe(200);
  });

  test('S-51 a shared quota holds over all processes, for each account by itself', async () => {
    expect(passed(await statuses(40, write('asha')))).toBe(20);
    expect(passed(await statuses(5, write('bina')))).toBe(5);
  });

  test('S-51 an address is what the connection says, not what a header says', async () => {
    const forged = (i: number) => http().get('/v1/buyer/things/search').set('x-forwarded-for', `192.0.2.${i}`);
    expect(passed(await statuses(5, forged))).toBe(0);
  });

  test('S-51 without the shared store each process counts for itself', async () => {
    await asOwner('alter table platform.rate_limit rename to rate_limit_away');
    try {
      expect(passed(await statuses(60, write('chitra')))).toBe(40);
    } finally {
      await asOwner('alter table platform.rate_limit_away rename to rate_limit');
    }
  });

  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::6', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('S-51 %s counts as %s', (address, key) => expect(addressKey(address)).toBe(key));

  test('S-62 a quota that is none stops the start', async () => {
    const { limitsConfig } = await import('../src/limits/policies.js');
    expect([...limitsConfig().RATE_LIMITS.keys()]).toContain('bids');
    jest.resetModules();
    process.env.RATE_LIMITS = 'search=many';
    const { limitsConfig: again } = await import('../src/limits/policies.js');
    expect(() => again()).toThrow(/RATE_LIMITS.*expected name=requests\/seconds/);
  });
});
