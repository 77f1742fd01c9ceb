import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { domainErrors } from '#platform/kernel';
import { asOwner } from '#platform/testing';
import { Allow, Answers, Idempotent } from '../src/index.js';
import { as, start } from './start.js';

const { fail } = domainErrors('test', { no_trail: { status: 409, says: () => 'Nothing was done.' } });

@Controller('v1/buyer/trails')
class TrailsController {
  constructor(private readonly work: UnitOfWork) {}

  @Post('idle')
  @Allow('self')
  @Answers(201, z.unknown())
  idle() {
    return {};
  }

  @Post('own')
  @Allow('self')
  @Answers(201, z.unknown())
  async own() {
    await this.work.run(async (tx) => tx.run('select 1'));
    await this.work.run(async (tx) => tx.audit({ action: 'trail.made', object: { kind: 'trail', id: '1' } }));
    await this.work.run(async (tx) => tx.run('select 1'));
    return {};
  }

  @Post('once')
  @Allow('self')
  @Idempotent()
  @Answers(201, z.unknown())
  once() {
    return {};
  }

  @Delete('refused')
  @Allow('self')
  @Answers(204)
  @HttpCode(204)
  refused() {
    throw fail('no_trail');
  }

  @Get()
  @Allow('self')
  @Answers(200, z.unknown())
  read() {
    return this.work.run(async (tx) => tx.run('select 1'));
  }
}

describe('the trail a request leaves', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await start(TrailsController);
  });
  afterAll(() => app.close());
  const actions = async (answer: request.Response): Promise<string[]> =>
    (
      await asOwner<{ action: string }>(`select action from platform.audit where request_id = $1 order by id`, [
        answer.headers['x-request-id'],
      ])
    ).map((row) => row.action);
  const http = () => request(app.getHttpServer());

  test('S-69 a change leaves a row though its handler does nothing at all', async () => {
    const answer = await http().post('/v1/buyer/trails/idle').set(as('asha')).expect(201);
    expect(await actions(answer)).toEqual(['POST /v1/buyer/trails/idle']);
  });

  test('S-69 a request that names what it did leaves no second general row after it', async () => {
    const answer = await http().post('/v1/buyer/trails/own').set(as('asha')).expect(201);
    expect(await actions(answer)).toEqual(['POST /v1/buyer/trails/own', 'trail.made']);
  });

  test('S-69 a replay has changed nothing and leaves nothing', async () => {
    const once = () => http().post('/v1/buyer/trails/once').set(as('asha')).set('idempotency-key', 'trail-once-1');
    expect(await actions(await once().expect(201))).toHaveLength(1);
    expect(await actions(await once().expect(201).expect('idempotent-replayed', 'true'))).toEqual([]);
  });

  test('S-69 neither reading nor a refusal leaves a row', async () => {
    expect(await actions(await http().get('/v1/buyer/trails').set(as('asha')).expect(200))).toEqual([]);
    expect(await actions(await http().delete('/v1/buyer/trails/refused').set(as('asha')).expect(409))).toEqual([]);
  });
});
