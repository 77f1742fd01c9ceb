import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiDescription } from '#platform/http';
import type { Actor } from '#platform/kernel';
import { apiClient, personActor, testApi, type ApiClient } from '#platform/testing';
import { corpus } from './fuzz/corpus.js';
import { ApiModule } from '../../apps/api/src/api.module.js';

describe('S-53 every parameter is only ever a value', () => {
  let app: NestFastifyApplication;
  let api: ApiClient;
  beforeAll(async () => {
    const actors = new Map<string, Actor>();
    app = await testApi(ApiModule, actors);
    const permissions = new Set(app.get(ApiDescription).routes.map(({ policy }) => policy.allow!));
    actors.set('anybody', personActor({ permissions, secondFactorAt: new Date() }));
    api = apiClient(app);
  });
  afterAll(() => app.close());

  // A statement that sleeps would be ended after 5 s and answered with 503; one that is broken is 500.
  test('S-53 nothing that is sent in a query or a path reaches the database as words of its own', async () => {
    const found: string[] = [];
    for (const [template, { get }] of Object.entries(api.document.paths)) {
      for (const parameter of get?.parameters ?? []) {
        if (parameter.in === 'header') continue;
        const texts = corpus.map(encodeURIComponent);
        const paths = texts.map((text) =>
          parameter.in === 'path'
            ? template.replace(`{${parameter.name}}`, text).replace(/\{\w+\}/g, 'none')
            : `${template.replace(/\{\w+\}/g, 'none')}?${parameter.name}=${text}`,
        );
        for (const path of paths) {
          const { status, text } = await api.get(path).set('authorization', 'Bearer anybody');
          if (status >= 500 || /\b49\b.*\b49\b|information_schema|pg_/.test(text)) found.push(`${path} ${status}`);
        }
      }
    }
    expect(found).toEqual([]);
  }, 600_000);
});
