import { Controller, Get } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { z } from 'zod';
import { Answers, Open } from '../src/index.js';
import { start } from './start.js';

let finish: () => void;
const finished = new Promise<void>((resolve) => (finish = resolve));

@Controller()
class SlowController {
  @Get('v1/buyer/slow')
  @Open()
  @Answers(200, z.unknown())
  async slow() {
    await finished;
    return { done: true };
  }

  @Get('health/live')
  @Open({ ignoresCredentials: true, unlimited: true })
  @Answers(200, z.unknown())
  health() {
    return { status: 'ok' };
  }
}

describe('overload', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    process.env.MAX_IN_FLIGHT = '3';
    app = await start(SlowController);
    await app.listen(0);
  });
  afterAll(() => app.close());

  test('S-80 what cannot be answered in time is refused at once, and health still answers', async () => {
    const slow = () => request(app.getHttpServer()).get('/v1/buyer/slow');
    const turnedAway: request.Response[] = [];
    const answers = Array.from({ length: 8 }, async () => {
      const answer = await slow();
      if (answer.status === 503) turnedAway.push(answer);
      return answer;
    });
    while (turnedAway.length < 5) await new Promise((resolve) => setImmediate(resolve));
    expect((await request(app.getHttpServer()).get('/health/live')).status).toBe(200);
    finish();
    const all = await Promise.all(answers);
    expect(all.filter((answer) => answer.status === 200)).toHaveLength(3);
    for (const answer of turnedAway) expect(answer.headers['retry-after']).toBe('2');
    expect((await slow()).status).toBe(200);
  });
});
