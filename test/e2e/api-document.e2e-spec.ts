import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { apiClient, type ApiDocument } from '#platform/testing';
import { createApi } from '../../apps/api/src/create-api.js';
import { apiBreaks } from '../support/api-breaks.js';

/** What callers were promised. After a deliberate change: UPDATE_API=1 npx jest test/e2e/api-document, and look at the difference. */
const file = join(import.meta.dirname, '../../docs/api/openapi.json');

interface Kept extends ApiDocument {
  info: { version: string };
  servers: unknown;
}
const major = ({ info }: Kept): number => Number(info.version.split('.')[0]);

describe('the kept description', () => {
  let app: NestFastifyApplication;
  let now: Kept;
  beforeAll(async () => {
    app = await createApi();
    now = { ...apiClient(app).document, servers: [{ url: '/' }] } as Kept;
    if (process.env.UPDATE_API || !existsSync(file)) writeFileSync(file, `${JSON.stringify(now, null, 1)}\n`);
  });
  afterAll(() => app.close());

  test('S-50 nothing that callers were promised has changed, or the version says so', () => {
    const before = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    if (major(now) === major(before)) expect(apiBreaks(before, now)).toEqual([]);
  });
});
