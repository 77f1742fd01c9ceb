import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Response } from 'supertest';
import type { Actor } from '#platform/kernel';
import {
  apiClient,
  freshDatabase,
  testApi,
  type ApiClient,
  type Operation,
  type TestDatabase,
} from '#platform/testing';
import { somebodyWhoMayDoAnything } from './anybody.js';
import { corpus } from './corpus.js';

type Method = 'post' | 'put' | 'patch' | 'delete';
interface Sendable {
  method: Method;
  path: string;
  type: string;
  operation: Operation;
  example: unknown;
}

/** Each copy of `value` with one of its texts replaced. */
function* spoilt(value: unknown, by: string): Generator<unknown> {
  if (typeof value === 'string') yield by;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    for (const other of spoilt(member, by)) {
      yield Array.isArray(value)
        ? value.map((one, i) => (String(i) === name ? other : (one as unknown)))
        : { ...value, [name]: other };
    }
  }
}

/** What was answered besides the text itself, which the caller may be shown again. */
const saidBack = (said: string, text: string): string => said.replaceAll(JSON.stringify(text).slice(1, -1), '');

describe('what bodies may do', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let api: ApiClient;
  let sendable: Sendable[];

  beforeAll(async () => {
    database = await freshDatabase();
    process.env.DATABASE_URL = database.appUrl;
    process.env.RATE_LIMITS = 'writes=1000000/60, sign-in=1000000/60, codes=1000000/60, default=1000000/60';
    const { ApiModule } = await import('../../../apps/api/src/api.module.js');
    const actors = new Map<string, Actor>();
    app = await testApi(ApiModule, actors);
    actors.set('anybody', await somebodyWhoMayDoAnything(app));
    api = apiClient(app);
    sendable = Object.entries(api.document.paths).flatMap(([path, methods]) =>
      (Object.entries(methods) as [Method, Operation][]).flatMap(([method, operation]) =>
        Object.entries(operation.requestBody?.content ?? {})
          .map(([type, media]) => ({
            method,
            path,
            type,
            operation,
            example: (media as { example?: unknown }).example,
          }))
          .filter(({ example }) => example !== undefined),
      ),
    );
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  let sent = 0;
  const send = async ({ method, path, type, operation }: Sendable, body: unknown): Promise<Response> => {
    const values = new Map(operation.parameters.map((each) => [each.name, (each as { example?: unknown }).example]));
    const at = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values.get(name) ?? 'none')));
    const asked = api[method](at).set({ authorization: 'Bearer anybody', 'content-type': type });
    if (values.has('Idempotency-Key')) void asked.set('idempotency-key', `body-number-${(sent += 1)}`);
    if (values.has('If-Match')) void asked.set('if-match', '"1"');
    return asked.send(JSON.stringify(body));
  };

  // A statement that sleeps would be ended after 5 s and answered with 503; one that is broken is 500.
  test('S-53 no text in a body reaches the database as words of its own', async () => {
    const found: string[] = [];
    for (const each of sendable) {
      for (const text of corpus.filter((one) => one.length > 2 || one === "'")) {
        for (const body of spoilt(each.example, text)) {
          const { status, text: said } = await send(each, body);
          if (
            status >= 500 ||
            (status >= 300 && status < 400) ||
            /information_schema|pg_catalog/.test(saidBack(said, text))
          )
            found.push(`${each.method} ${each.path} ${JSON.stringify(body)} ${status}`);
        }
      }
    }
    expect(found).toEqual([]);
  }, 600_000);

  test('S-10 a price, total, discount, state or seller that nobody asked for is refused, never taken over', async () => {
    const taken: string[] = [];
    for (const each of sendable.filter(({ path }) => path.startsWith('/v1/buyer/'))) {
      for (const name of ['price', 'total', 'discount', 'status', 'sellerId']) {
        const { status, body } = await send(each, { ...(each.example as object), [name]: 1 });
        const isTold = (body as { errors?: { pointer: string }[] }).errors?.some(
          ({ pointer }) => pointer === `#/${name}`,
        );
        if (status < 400 || (status === 422 && !isTold)) taken.push(`${each.method} ${each.path} ${name} ${status}`);
      }
    }
    expect(taken).toEqual([]);
  });
});
