import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi } from '../../apps/api/src/create-api.js';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
/** Inside the project, so that the library it uses is found. */
const folder = join(root, '.data', `client-test-${process.pid}`);
const options = {
  ...{ target: 'ES2023', module: 'nodenext', moduleResolution: 'nodenext', types: ['node'] },
  ...{ strict: true, noUncheckedIndexedAccess: true, skipLibCheck: true, lib: ['ES2023', 'DOM', 'DOM.Iterable'] },
};

describe('the typed client', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await createApi();
    await app.listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('STD-1.10 is made from the document of the running service, compiles, and shops with it', async () => {
    const url = await app.getUrl();
    await run(process.execPath, [join(root, 'tools/make-client.mjs'), folder, `${url}/openapi.json`]);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['example.ts'] }));
    const compiled = await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder]).catch(
      (failed: { stdout: string }) => failed,
    );
    expect(compiled.stdout).toBe('');
    const { stdout } = await run(process.execPath, [join(folder, 'example.js'), url]);
    expect(stdout).toMatch(/^known for /m);
    expect(stdout).toMatch(/^(found .+|refused: not_found)$/m);
    expect(stdout).toMatch(/^refused: unauthenticated$/m);
  }, 120_000);
});
