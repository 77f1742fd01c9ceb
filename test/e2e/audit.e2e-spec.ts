import { UseInterceptors, type NestInterceptor } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { of } from 'rxjs';
import request from 'supertest';
import { newId } from '#platform/kernel';
import { ApiDescription, type Route } from '#platform/http';
import { asOwner, personActor } from '#platform/testing';
import { IdentityAuthenticator } from '../../apps/api/src/auth/identity.authenticator.js';
import { createApi } from '../../apps/api/src/create-api.js';

/** Stands where the handler would, so that no route needs a request that makes sense. */
class NothingDone implements NestInterceptor {
  intercept() {
    return of({});
  }
}

/** May do everything. */
const allPermissions = { has: () => true } as unknown as ReadonlySet<string>;

describe('the audit trail over HTTP', () => {
  let app: NestFastifyApplication;
  let changing: readonly Route[];
  beforeAll(async () => {
    const first = await createApi();
    changing = first.get(ApiDescription, { strict: false }).routes.filter((route) => route.method !== 'GET');
    await first.close();
    for (const { policy } of changing) {
      const { controller, name } = policy.handler!;
      const handlers = (controller as { prototype: Record<string, unknown> }).prototype;
      UseInterceptors(NothingDone)(handlers, name, { value: handlers[name] });
    }
    jest
      .spyOn(IdentityAuthenticator.prototype, 'authenticate')
      .mockImplementation(async () => personActor({ permissions: allPermissions, secondFactorAt: new Date() }));
    app = await createApi();
  });
  afterAll(() => app.close());

  test('S-69 every route that may change something leaves a row, even when its handler does nothing', async () => {
    expect(changing.length).toBeGreaterThan(15);
    const silent: string[] = [];
    for (const { method, url, policy } of changing) {
      const operation = `${method} ${url}`;
      const verb = method.toLowerCase() as 'post' | 'put' | 'patch' | 'delete';
      const http = request(app.getHttpServer());
      const answer = await http[verb](url.replaceAll(/:\w+/g, newId()))
        .set({ 'idempotency-key': newId(), authorization: 'Bearer somebody', 'x-forwarded-for': '192.0.2.1' })
        .type(policy.takes?.types[0] ?? (method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'))
        .send(policy.takes ? Buffer.from('bytes') : '{}');
      const rows = await asOwner(`select from platform.audit where request_id = $1 and operation = $2`, [
        answer.headers['x-request-id'],
        operation,
      ]);
      if (answer.status >= 300 || rows.length !== 1) silent.push(`${operation} ${answer.status} ${rows.length}`);
    }
    expect(silent).toEqual([]);
  });
});
