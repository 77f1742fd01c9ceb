import { Controller, Module, Post, Req, Res } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { accepted, acceptedOperation, Allow, Answers, Operations, prefersAsync } from '#platform/http';
import { newId } from '#platform/kernel';
import { runAsSystem } from '#platform/observability';
import { apiClient, personActor, testApi, type ApiClient } from '#platform/testing';
import { ApiModule } from '../../apps/api/src/api.module.js';

const counted = z.strictObject({ rows: z.int() });

/** Work that can be done at once or later, as the caller likes. */
@Controller('v1/seller/bulk')
class BulkController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly operations: Operations,
  ) {}

  @Post()
  @Allow('self')
  @Answers(201, counted)
  @Answers(202, acceptedOperation)
  run(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    if (!prefersAsync(request, reply)) return { rows: 3 };
    return this.work.run(async (tx) => accepted(await this.operations.start(tx, 'catalogue.import')));
  }
}

@Module({ imports: [ApiModule], controllers: [BulkController] })
class WithBulkModule {}

describe('STD-1.8 long work', () => {
  let app: NestFastifyApplication;
  let api: ApiClient;
  const people = new Map([
    ['asha', personActor({ label: 'asha', personId: newId() })],
    ['bina', personActor({ label: 'bina', personId: newId() })],
  ]);
  beforeAll(async () => {
    app = await testApi(WithBulkModule, people);
    api = apiClient(app);
  });
  afterAll(() => app.close());

  const as = (who: string) => ({ authorization: `Bearer ${who}` });
  const step = (work: (operations: Operations, tx: Parameters<Parameters<UnitOfWork['run']>[0]>[0]) => Promise<void>) =>
    runAsSystem('test', newId(), () =>
      app.get(UnitOfWork, { strict: false }).run((tx) => work(app.get(Operations), tx)),
    );

  test('STD-1.8 is done at once for who does not ask otherwise', async () => {
    const answer = await api.post('/v1/seller/bulk').set(as('asha')).expect(201, { rows: 3 });
    expect(answer.headers['preference-applied']).toBeUndefined();
  });

  test('STD-1.8 is answered with where it can be followed, by who started it and nobody else', async () => {
    const begun = await api.post('/v1/seller/bulk').set(as('asha')).set('prefer', 'wait=5, respond-async').expect(202);
    const path = begun.headers['location']!;
    expect(path).toBe(`/v1/operations/${begun.body.operationId}`);
    expect(begun.headers['preference-applied']).toBe('respond-async');
    const read = async () => (await api.get(path).set(as('asha')).expect(200)).body;
    expect(await read()).toMatchObject({ kind: 'catalogue.import', state: 'running', progress: 0, errors: [] });
    await api.get(path).set(as('bina')).expect(404);

    const { operationId } = begun.body as { operationId: string };
    const fault = { row: 17, code: 'price_above_mrp', detail: 'The price is above the MRP.' };
    await step((operations, tx) => operations.advance(tx, operationId, 40.7, [fault]));
    expect(await read()).toMatchObject({ state: 'running', progress: 40, errors: [fault], result: null });
    const many = Array.from({ length: 600 }, (_, i) => ({ ...fault, row: 18 + i }));
    for (const progress of [60, 80])
      await step((operations, tx) => operations.advance(tx, operationId, progress, many));
    const { errors } = (await read()) as { errors: unknown[] };
    expect([errors.length, errors[0], errors[600]]).toEqual([1_000, fault, many.at(-1)]); // S-48: the first thousand
    await step((operations, tx) => operations.end(tx, operationId, 'done', { rows: 2 }));
    await step((operations, tx) => operations.end(tx, operationId, 'failed', {}));
    expect(await read()).toMatchObject({
      state: 'done',
      progress: 100,
      result: { rows: 2 },
      endedAt: expect.any(String),
    });
  });
});
