import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiDescription } from '#platform/http';
import type { Actor } from '#platform/kernel';
import { apiClient, personActor, testApi, type ApiClient } from '#platform/testing';
import { ApiModule } from '../../apps/api/src/api.module.js';

/** What would end a text of SQL and go on with one's own, in every dialect of quotes; each sleeps longer than a statement may take. */
const corpus = [
  ...["'", "''", '"', '`', '\\', ';', '--', '/*', '%', '_', '$1', ':name', '?', '%27'],
  "' or '1'='1",
  "' or 1=1 --",
  "'; select pg_sleep(9); --",
  "' || (select pg_sleep(9)) || '",
  "' and 1=(select 1 from pg_sleep(9)) --",
  '1; select pg_sleep(9)',
  '(select pg_sleep(9))',
  '1) or pg_sleep(9) is null --',
  '$$; select pg_sleep(9); $$',
  "E'\\'; select pg_sleep(9); --",
  "') union select table_name from information_schema.tables --",
  "a' & b:* | !(c <-> d)",
  'a <-> b & | !',
  '{{7*7}} ${7*7} #{7*7} <%= 7*7 %>',
  '$(sleep 9) | sleep 9 & `sleep 9`',
];

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
  }, 300_000);
});
