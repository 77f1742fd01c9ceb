import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { roleNames, roles } from '#identity';
import { ApiDescription, type Route } from '#platform/http';
import { fresh_minutes, type Actor } from '#platform/kernel';
import { personActor, testApi } from '#platform/testing';
import { ApiModule } from '../../apps/api/src/api.module.js';

/** Acts that must want a fresh second factor, reviewed by people: one that no longer does is missed here. UPDATE_MATRIX=1 writes it anew. */
const file = join(import.meta.dirname, 'step-up-routes.txt');

const everything = new Set<string>(roleNames.flatMap((role) => roles[role].permissions));
const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);
const actors = new Map<string, Actor>(
  Object.entries({
    'proved nothing': null,
    'proved long ago': minutesAgo(fresh_minutes + 1),
    'proved just now': minutesAgo(1),
  }).map(([name, secondFactorAt]) => [
    name.replaceAll(' ', '-'),
    personActor({ label: name, permissions: everything, secondFactorAt }),
  ]),
);

describe('S-35 STD-8.2 R-2.4 acts that commit money or rights', () => {
  let app: NestFastifyApplication;
  let changes: Route[];
  beforeAll(async () => {
    app = await testApi(ApiModule, actors);
    changes = app
      .get(ApiDescription)
      .routes.filter(({ method, policy }) => !['GET', 'HEAD'].includes(method) && policy.allow !== 'open');
  });
  afterAll(() => app.close());

  /** Nonsense for a body and an id that is none, so that whoever is let in changes nothing. */
  const ask = ({ method, url }: Route, token: string) =>
    request(app.getHttpServer())
      [method.toLowerCase() as 'post'](url.replace(/:\w+/g, 'none'))
      .set('content-type', 'text/nonsense')
      .set('authorization', `Bearer ${token}`);

  test('none of the reviewed acts has lost its fresh factor', () => {
    const found = changes.filter(({ policy }) => policy.stepUp).map(({ method, url }) => `${method} ${url}`);
    if (process.env.UPDATE_MATRIX) writeFileSync(file, `${found.sort().join('\n')}\n`);
    const reviewed = readFileSync(file, 'utf8').trim().split('\n');
    expect(reviewed.filter((line) => !found.includes(line))).toEqual([]);
  });

  test('each of them is refused without a second factor of the last ten minutes, and only then', async () => {
    const wanting = changes.filter(({ policy }) => policy.stepUp);
    expect(wanting.length).toBeGreaterThan(20);
    for (const route of changes) {
      const seen: Record<string, boolean> = {};
      for (const name of actors.keys()) {
        const { status, body } = await ask(route, name);
        seen[name] = status === 403 && body.code === 'second_factor_needed';
      }
      const isWanted = route.policy.stepUp === true;
      expect([route.url, seen]).toEqual([
        route.url,
        { 'proved-nothing': isWanted, 'proved-long-ago': isWanted, 'proved-just-now': false },
      ]);
    }
  }, 120_000);
});
