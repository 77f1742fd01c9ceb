import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import request from 'supertest';
import { DatabaseModule } from '#platform/database';
import { Authenticator, HttpModule } from '#platform/http';
import { anonymousActor, newId, type Actor } from '#platform/kernel';
import { QueueModule } from '#platform/queue';
import { asOwner, personActor } from '#platform/testing';
import { AdminJobsController } from '../src/admin/jobs.controller.js';
import { createApi } from '../src/create-api.js';

const operator = personActor({ label: 'operator', permissions: new Set(['admin:jobs']) });
const shopper = personActor({ label: 'shopper' });
const people: Record<string, Actor> = { operator, shopper };

class NamedAuthenticator extends Authenticator {
  async authenticate({ headers }: FastifyRequest): Promise<Actor> {
    return people[headers.authorization?.replace('Bearer ', '') ?? ''] ?? anonymousActor;
  }
}

@Module({
  imports: [DatabaseModule, HttpModule, QueueModule],
  controllers: [AdminJobsController],
  providers: [{ provide: Authenticator, useClass: NamedAuthenticator }],
})
class JobsApi {}

const die = async (reason: string): Promise<string> => {
  const id = newId();
  await asOwner(
    `insert into platform.inbox (id, handler, key, event_id, name, payload, request_id, at, hand_at, failures, reason, dead_at)
     values ($1::uuid, 'trial.send-mail', $1::uuid::text, $1::uuid, 'trial.send-mail', '{"n": 1}', 'r-1', now(), now(), 8, $2, now())`,
    [id, reason],
  );
  return id;
};

describe('S-14 the operator and the dead jobs', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    await asOwner(`delete from platform.inbox`);
    app = await createApi(JobsApi);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await asOwner(`delete from platform.inbox`);
    await app.close();
  });
  const http = () => request(app.getHttpServer());
  const get = (path: string, who = 'operator') => http().get(`/v1/admin/jobs${path}`).auth(who, { type: 'bearer' });
  const replay = (id: string, who = 'operator') =>
    http().post(`/v1/admin/jobs/dead/${id}/replay`).auth(who, { type: 'bearer' }).send({ reason: 'The bank is back.' });

  test('are listed with their reason, page by page', async () => {
    const ids = [await die('no paper'), await die('no ink'), await die('no post')];
    const first = await get('/dead?limit=2');
    expect(first.body).toMatchObject({
      items: [
        { id: ids[0], handler: 'trial.send-mail', attempts: 8, reason: 'no paper', payload: { n: 1 } },
        { id: ids[1], reason: 'no ink' },
      ],
    });
    const { next } = first.body as { next: string };
    const second = await get(`/dead?limit=2&cursor=${encodeURIComponent(next)}`);
    expect(second.body).toMatchObject({ items: [{ id: ids[2], reason: 'no post' }], next: null });
    expect((await get('')).body).toMatchObject({ handlers: [{ handler: 'trial.send-mail', dead: 3, waiting: 0 }] });
  });

  test('are replayed once, and the trail says by whom and why', async () => {
    const id = await die('no stamps');
    expect((await replay(id)).status).toBe(204);
    const again = await replay(id);
    expect([again.status, (again.body as { code: string }).code]).toEqual([404, 'dead_job_unknown']);
    const [row] = await asOwner(`select dead_at, failures from platform.inbox where id = $1`, [id]);
    expect(row).toEqual({ dead_at: null, failures: 0 });
    const trail = await asOwner(`select action, person_id, reason from platform.audit where object_id = $1`, [id]);
    expect(trail).toEqual([
      { action: 'platform.dead_job_replayed', person_id: operator.personId, reason: 'The bank is back.' },
    ]);
  });

  test.each([
    ['shopper', 403],
    ['nobody', 401],
  ])('S-40 are none of the business of a %s', async (who, status) => {
    expect((await get('/dead', who)).status).toBe(status);
    expect((await replay(newId(), who)).status).toBe(status);
  });
});
