import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import type { Response, Test } from 'supertest';
import type { Actor } from '#platform/kernel';
import {
  apiClient,
  freshDatabase,
  testApi,
  type ApiClient,
  type ApiDocument,
  type Operation,
  type TestDatabase,
} from '#platform/testing';
import { somebodyWhoMayDoAnything } from './anybody.js';
import { fromSchema, hostile } from './from-schema.js';

type Method = keyof ApiDocument['paths'][string];

/** A release is tried with more requests and other seeds. */
const seed = Number(process.env.FUZZ_SEED ?? 20_261_122);
const runs = Number(process.env.FUZZ_RUNS ?? 30);

/** Members nobody knows. */
const unknown = fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), hostile, { maxKeys: 1 });

interface Sent {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  body: unknown;
  key: string;
}

/** Requests of one operation: parts that fit the document, spoilt now and then, and some members nobody knows. */
function requestsOf(document: ApiDocument, operation: Operation): fc.Arbitrary<Sent> {
  const parameters = (from: 'path' | 'query') => {
    const named = operation.parameters.filter((each) => each.in === from);
    const members = named.map(({ name, schema }) => [name, fromSchema(document, schema, 0.2)] as const);
    const required = named.filter((each) => each.required).map((each) => each.name);
    return fc.record(Object.fromEntries(members), { requiredKeys: required });
  };
  const media = Object.values(operation.requestBody?.content ?? {})[0];
  // A body of bytes has no schema: anything is sent.
  const fitting = media?.schema ? fromSchema(document, media.schema) : hostile;
  const body = media
    ? fc.oneof({ weight: 9, arbitrary: fitting }, { weight: 1, arbitrary: hostile })
    : fc.constant(undefined);
  return fc.record({
    path: parameters('path'),
    query: fc
      .tuple(
        parameters('query'),
        fc.oneof({ weight: 9, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: unknown }),
      )
      .map(([known, more]) => ({ ...more, ...known })),
    body,
    key: fc.uuid(),
  });
}

describe('S-47 S-49 S-50 every operation, whatever is sent to it', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let api: ApiClient;

  beforeAll(async () => {
    // The clock is moved and rows are made at random: nobody else looks at this database.
    database = await freshDatabase();
    process.env.DATABASE_URL = database.appUrl;
    const { ApiModule } = await import('../../../apps/api/src/api.module.js');
    const actors = new Map<string, Actor>();
    app = await testApi(ApiModule, actors);
    actors.set('anybody', await somebodyWhoMayDoAnything(app));
    api = apiClient(app);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const send = (method: Method, template: string, operation: Operation, sent: Sent): Test => {
    const text = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));
    const encode = (value: unknown): string => encodeURIComponent(text(value).replace(/\p{Cs}/gu, '\ufffd')) || '%20';
    const path = template.replace(/\{(\w+)\}/g, (_, name: string) => encode(sent.path[name]).replace(/^\.+$/, '%2e'));
    const query = Object.entries(sent.query).map(([name, value]) => `${encode(name)}=${encode(value)}`);
    const request = api[method](query.length > 0 ? `${path}?${query.join('&')}` : path).set(
      'authorization',
      'Bearer anybody',
    );
    if (operation.parameters.some((each) => each.name === 'Idempotency-Key'))
      void request.set('idempotency-key', sent.key);
    if (operation.parameters.some((each) => each.name === 'If-Match')) void request.set('if-match', '"1"');
    const type = Object.keys(operation.requestBody?.content ?? {})[0];
    return type === undefined ? request : request.set('content-type', type).send(JSON.stringify(sent.body));
  };

  test(`each operation is asked ${runs} times: never 5xx, always in its documented form`, async () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    ajv.addSchema({ ...api.document }, 'api');
    const tryOut = async (template: string, method: Method, operation: Operation): Promise<string[]> => {
      const media = Object.entries(operation.requestBody?.content ?? {})[0];
      const place = ['paths', template, method, 'requestBody', 'content', media?.[0] ?? '', 'schema'];
      const pointer = place.map((part) => part.replaceAll('/', '~1')).join('/');
      const fits = media?.[0].endsWith('json') ? ajv.compile({ $ref: `api#/${encodeURI(pointer)}` }) : () => true;
      const property = fc.asyncProperty(requestsOf(api.document, operation), async (sent) => {
        const answer = await send(method, template, operation, sent);
        checkRefusal(answer);
        if (answer.status < 300 && media && sent.body !== undefined) expect(fits(sent.body)).toBe(true);
      });
      const outcome = await fc.check(property, { numRuns: runs, seed, includeErrorInReport: true });
      return outcome.failed ? [`${method} ${template}: ${fc.defaultReportMessage(outcome)}`] : [];
    };
    const operations = Object.entries(api.document.paths).flatMap(([template, methods]) =>
      (Object.entries(methods) as [Method, Operation][]).map(([method, operation]) => ({
        template,
        method,
        operation,
      })),
    );
    const found: string[] = [];
    while (operations.length > 0) {
      const some = operations.splice(0, 6).map((each) => tryOut(each.template, each.method, each.operation));
      found.push(...(await Promise.all(some)).flat());
    }
    expect(found).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  }, 600_000);
});

function checkRefusal(answer: Response): void {
  if (answer.status < 400) return;
  expect(answer.status).toBeLessThan(500);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.text).not.toMatch(/node_modules|\bat .*\.[jt]s|\bselect\b.*\bfrom\b|typeorm|postgres|fastify/i);
  if (answer.body.code !== 'invalid_input') return;
  expect(answer.body.errors.length).toBeGreaterThan(0);
  for (const { pointer } of answer.body.errors) expect(pointer).toMatch(/^#(\/|$)/);
}
