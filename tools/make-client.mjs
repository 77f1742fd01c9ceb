import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { projectRoot } from '../scripts/lib/paths.mjs';

/*
 * npm run client                          – writes the TypeScript client of docs/api/openapi.json to dist.client
 * npm run client -- FOLDER                – to another folder
 * npm run client -- FOLDER http://host/openapi.json  – of an installation that runs
 */

const [folder = join(projectRoot, 'dist.client'), address] = process.argv.slice(2);
const document = /** @type {import('openapi-typescript').OpenAPI3} */ (
  address === undefined
    ? JSON.parse(readFileSync(join(projectRoot, 'docs', 'api', 'openapi.json'), 'utf8'))
    : await (await fetch(address)).json()
);
const types = astToString(await openapiTypescript(document, { alphabetize: true, immutable: false }));
mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, 'api.ts'),
  `// Made by npm run client from the OpenAPI document; never changed by hand.\n${types}`,
);
for (const file of ['client.ts', 'example.ts', 'package.json', 'README.md']) {
  copyFileSync(join(projectRoot, 'clients', 'typescript', file), join(folder, file));
}
console.log(
  `The client of ${Object.keys(document.paths ?? {}).length} addresses is in ${relative(process.cwd(), folder) || '.'}.`,
);
