import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import request from 'supertest';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { domainErrors, event, newId } from '#platform/kernel';
import { runAsSystem } from '#platform/observability';
import { asOwner } from '#platform/testing';
import { Allow, Answers, Idempotent, IdempotencyAnswers } from '../src/index.js';
import { as, start } from './start.js';

const Made = event('test.made', z.strictObject({ what: z.string(), id: z.uuid() }));
const { fail } = domainErrors('test', { not_today: { status: 409, says: () => 'Not today.' } });
const thing = z.strictObject({ what: z.string(), quantity: z.int() });
type Thing = z.infer<typeof thing>;

/** Rounds of the race; `RACE_ROUNDS=100` before a release. */
const rounds = Number(process.env['RACE_ROUNDS'] ?? 3);

/** What the outside world was asked to do, by the row it was asked for. */
const called: string[] = [];
let dropAnswer = false;

@Controller('v1/buyer/things')
class ThingsController {
  constructor(private readonly work: UnitOfWork) {}

  @Post()
  @Allow('self')
  @Idempotent()
  @Answers(201, z.unknown())
  make(
    @Body({ schema: thing }) body: Thing,
    @Req() req: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.work.run(async (tx) => {
      const id = newId();
      tx.emit(Made, { what: body.what, id });
      if (dropAnswer) tx.afterCommit(() => req.raw.socket.destroy());
      void reply.header('location', `/v1/buyer/things/${id}`);
      await tx.run('select pg_sleep(0.02)');
      if (body.quantity === 0) throw fail('not_today');
      return { id, what: body.what };
    });
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  @Allow('self')
  @Idempotent()
  @Answers(200, z.unknown())
  accept(@Param('id', { schema: z.uuid() }) id: string) {
    return { id };
  }

  @Post('payments')
  @Allow('self')
  @Idempotent({ outside: true })
  @Answers(201, z.unknown())
  async pay(@Body({ schema: thing }) body: Thing) {
    called.push(body.what);
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (body.quantity === 0) throw fail('not_today');
    return { paid: body.what };
  }
}

const effects = (what: string) => asOwner(`select payload from platform.outbox where payload->>'what' = $1`, [what]);
const keys = (key: string) =>
  asOwner<{ state: string }>(`select state from platform.idempotency where key = $1`, [key]);

describe('Idempotency-Key', () => {
  let app: NestFastifyApplication;
  const post = (path: string, key: string | undefined, body: object, who = 'asha') => {
    const sent = request(app.getHttpServer()).post(`/v1/buyer/things${path}`).set(as(who));
    return (key === undefined ? sent : sent.set('idempotency-key', key)).send(body);
  };
  beforeAll(async () => {
    app = await start(ThingsController);
  });
  afterAll(() => app.close());

  test.each([
    ['missing', undefined, 'idempotency_key_missing'],
    ['too short', '1234567', 'idempotency_key_invalid'],
    ['too long', 'k'.repeat(256), 'idempotency_key_invalid'],
    ['of two words', 'one key and another', 'idempotency_key_invalid'],
  ])('STD-1.2 a key that is %s is refused', async (_name, key, code) => {
    const answer = await post('', key, { what: 'x', quantity: 1 });
    expect(answer.body).toMatchObject({ status: 400, code });
  });

  test('STD-1.2 a repeat gets the same answer, with or without quotes and whatever the order of members', async () => {
    const [what, key] = [newId(), newId()];
    const first = await post('', key, { what, quantity: 1 });
    const again = await post('', `"${key}"`, { quantity: 1, what });
    expect(first.headers['idempotent-replayed']).toBeUndefined();
    expect(again.headers).toMatchObject({ 'idempotent-replayed': 'true', location: first.headers['location'] });
    expect([again.status, again.text]).toEqual([first.status, first.text]);
    expect(await effects(what)).toHaveLength(1);
  });

  test('STD-1.2 the same key for another request is refused; another caller has keys of her own', async () => {
    const [what, key] = [newId(), newId()];
    await post('', key, { what, quantity: 1 });
    expect((await post('', key, { what, quantity: 2 })).body).toMatchObject({ code: 'idempotency_key_reused' });
    expect((await post('', key, { what, quantity: 2 }, 'bina')).status).toBe(201);
    const accept = newId();
    expect((await post(`/${newId()}/acceptance`, accept, {})).status).toBe(200);
    expect((await post(`/${newId()}/acceptance`, accept, {})).body).toMatchObject({ status: 422 });
  });

  test('S-3 what is refused is not kept, neither by the schema nor by the business', async () => {
    const [what, key] = [newId(), newId()];
    expect((await post('', key, { what, quantity: 'x' })).status).toBe(422);
    expect((await post('', key, { what, quantity: 0 })).body).toMatchObject({ code: 'not_today' });
    expect(await keys(key)).toEqual([]);
    expect((await post('', key, { what, quantity: 1 })).status).toBe(201);
    expect(await effects(what)).toHaveLength(1);
  });

  test('S-3 fifty at once have one effect', async () => {
    for (let round = 0; round < rounds; round++) {
      const [what, key] = [newId(), newId()];
      const answers = await Promise.all(Array.from({ length: 50 }, () => post('', key, { what, quantity: 1 })));
      const made = new Set(answers.filter((each) => each.status === 201).map((each) => each.text));
      const waiting = answers.filter((each) => each.status === 409);
      expect(made.size).toBe(1);
      expect(answers.filter((each) => each.status === 201).length + waiting.length).toBe(50);
      expect(waiting.every((each) => each.headers['retry-after'] === '1')).toBe(true);
      expect(await effects(what)).toHaveLength(1);
    }
  });

  test('S-3 an answer lost after the commit is found again', async () => {
    const [what, key] = [newId(), newId()];
    dropAnswer = true;
    await expect(post('', key, { what, quantity: 1 })).rejects.toThrow();
    dropAnswer = false;
    const again = await post('', key, { what, quantity: 1 });
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(await effects(what)).toEqual([{ payload: again.body }]);
  });

  test('S-7 beyond our walls the key is held by a lease, and kept with its answer', async () => {
    const [what, key] = [newId(), newId()];
    const answers = await Promise.all(Array.from({ length: 20 }, () => post('/payments', key, { what, quantity: 1 })));
    expect(answers.map((each) => each.status).filter((status) => status === 201).length).toBeGreaterThanOrEqual(1);
    expect(answers.every((each) => each.status === 201 || each.status === 409)).toBe(true);
    expect((await post('/payments', key, { what, quantity: 1 })).body).toEqual({ paid: what });
    expect(called.filter((each) => each === what)).toHaveLength(1);
  });

  test('S-7 a refusal gives the leased key back, and so does the end of the lease after a crash', async () => {
    const [what, key] = [newId(), newId()];
    expect((await post('/payments', key, { what, quantity: 0 })).status).toBe(409);
    expect(await keys(key)).toEqual([]);
    await post('/payments', key, { what, quantity: 1 });
    const crashed = `update platform.idempotency set state = 'running', holder = $2, lease_until = now() + $3::interval,
                            answer = null, master_version = null, status = null where key = $1`;
    await asOwner(crashed, [key, newId(), '1 minute']);
    expect((await post('/payments', key, { what, quantity: 1 })).body).toMatchObject({
      code: 'idempotency_in_progress',
    });
    await asOwner(crashed, [key, newId(), '-1 second']);
    expect((await post('/payments', key, { what, quantity: 1 })).status).toBe(201);
    expect(await keys(key)).toEqual([{ state: 'done' }]);
  });

  test('S-63 a kept answer cannot be read in the database, nor under another key', async () => {
    const [what, key] = [newId(), newId()];
    await post('', key, { what, quantity: 1 });
    const [row] = await asOwner<{ text: string }>(
      `select encode(answer, 'escape') as text from platform.idempotency where key = $1`,
      [key],
    );
    expect(row!.text).not.toContain(what);
  });

  test('STD-1.2 keys are forgotten when their time is over, not before', async () => {
    const [old, young] = [newId(), newId()];
    for (const key of [old, young]) await post('', key, { what: key, quantity: 1 });
    await asOwner(`update platform.idempotency set keep_until = now() - interval '1 second' where key = $1`, [old]);
    await runAsSystem('test', newId(), () => app.get(IdempotencyAnswers).purge());
    expect([await keys(old), await keys(young)]).toEqual([[], [{ state: 'done' }]]);
  });
});
