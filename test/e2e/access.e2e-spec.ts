import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { guestPermissions, roleNames, roles } from '#identity';
import { ApiDescription, type Route } from '#platform/http';
import { anonymousActor, newId, type Actor } from '#platform/kernel';
import { personActor, testApi } from '#platform/testing';
import { ApiModule } from '../../apps/api/src/api.module.js';

/** Who may call what, reviewed by people. After a deliberate change: UPDATE_MATRIX=1 npx jest test/e2e/access, and look at the difference. */
const file = join(import.meta.dirname, 'role-route-matrix.txt');

const permissionsOf = (role: (typeof roleNames)[number]) =>
  new Set<string>([...roles.shopper.permissions, ...roles[role].permissions]);
const actors = new Map<string, Actor>(
  roleNames.map((role) => [
    role,
    personActor({ label: role, roles: [role], permissions: permissionsOf(role), secondFactorAt: new Date() }),
  ]),
);

actors.set('guest', { ...anonymousActor, kind: 'guest', permissions: guestPermissions, personId: newId() });

describe('S-40 S-41 who may call what', () => {
  let app: NestFastifyApplication;
  let routes: readonly Route[];
  beforeAll(async () => {
    app = await testApi(ApiModule, actors);
    routes = app.get(ApiDescription).routes;
  });
  afterAll(() => app.close());

  /**
   * Nonsense for a body and an id that is none: whoever is let in gets no further, so nothing changes. Some thousands of
   * requests, handed to the server without a socket.
   */
  const ask = async ({ method, url }: Route, token?: string) => {
    const { statusCode, headers, payload } = await app.inject({
      method: method as 'GET',
      url: url.replace(/:\w+/g, 'none'),
      headers: { 'content-type': 'text/nonsense', ...(token && { authorization: `Bearer ${token}` }) },
    });
    const isProblem = headers['content-type']?.toString().startsWith('application/problem+json');
    const code = isProblem ? (JSON.parse(payload) as { code: string }).code : null;
    return { status: statusCode, headers, code };
  };

  /** `everybody`, `signed in`, or the roles that get past the gate; and whether guests do. */
  async function whoGetsIn(route: Route): Promise<string> {
    const without = await ask(route);
    const lost = await ask(route, 'lost');
    const open = without.status !== 401;
    const line = `${route.method} ${route.url}`;
    expect([line, lost.status]).toEqual([line, route.policy.ignoresCredentials ? without.status : 401]);
    if (open) return 'everybody';
    expect([line, without.code, without.headers['www-authenticate']]).toEqual([
      line,
      'unauthenticated',
      expect.any(String),
    ]);
    const let_in: string[] = [];
    for (const role of roleNames) {
      const { status, code } = await ask(route, role);
      // Any other refusal comes from beyond the gate.
      if (status !== 403 || code !== 'forbidden') let_in.push(role);
    }
    const isForGuests = (await ask(route, 'guest')).status !== 401;
    const allowed = let_in.length === roleNames.length ? 'signed in' : let_in.join(' ');
    return isForGuests ? `guests, ${allowed}` : allowed;
  }

  test('every route and every role: as reviewed', async () => {
    const lines: string[] = [];
    for (const route of routes) lines.push(`${route.method} ${route.url} – ${await whoGetsIn(route)}`);
    const found = `${lines.sort().join('\n')}\n`;
    if (process.env.UPDATE_MATRIX) writeFileSync(file, found);
    expect(found).toBe(readFileSync(file, 'utf8'));
  }, 600_000);

  test('S-46 what is not a route is not there, whoever asks', async () => {
    for (const path of [
      '/metrics',
      '/queues',
      '/admin',
      '/debug',
      '/.env',
      '/.git/config',
      '/v1',
      '/v1/admin',
      '/graphql',
      '/server-status',
    ]) {
      for (const token of [undefined, 'platform_admin']) {
        const sent = request(app.getHttpServer()).get(path);
        const { status } = await (token ? sent.set('authorization', `Bearer ${token}`) : sent);
        expect([path, status]).toEqual([path, 404]);
      }
    }
  });
});
