// node scripts/lib/bundle.mjs <folder>: compiles apps/ and libs/ into that folder. A process of its own, so that the
// compiler leaves no trace in the one that goes on.
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { rolldown } from 'rolldown';
import { projectRoot } from './paths.mjs';

/**
 * Packages that consist of hundreds of small ES modules and are needed by every process: Node takes over a second to find
 * and link them one by one, so they go into the same few files as our own code. All others are loaded from node_modules.
 */
const BUNDLED = new Set([
  '@nestjs/common',
  '@nestjs/core',
  '@nestjs/platform-fastify',
  '@nestjs/testing',
  '@nestjs/typeorm',
  'rxjs',
  'zod',
  'jose',
]);
/**
 * Larger CommonJS packages that every process needs. An `import` makes Node read all their files twice, the first time for
 * the names they export; `require` reads them once.
 */
const REQUIRED = /^(fastify|pg|pino|prom-client|rate-limiter-flexible|typeorm)$/;
/** What tools/ and bench/ reach into, besides the public face of each module, and what is run as a process of its own. */
const REACHED = new Set([
  'libs/catalogue/src/data/stock.sql.ts',
  'libs/catalogue/src/data/shelf/shelf-source.ts',
  'libs/policy/src/domain/parameter.ts',
  'libs/platform/print/src/print-child.ts',
  'libs/platform/queue/src/handlers.ts',
  'libs/platform/queue/src/job-host.ts',
  'libs/platform/queue/src/relay.ts',
]);

const target = process.argv[2];
if (target === undefined) throw new Error('Say into which folder.');

const sources = ['apps', 'libs'].flatMap((folder) => sourcesBelow(folder));
const entries = sources.filter(
  (path) => /^apps\/[^/]+\/src\/main\.ts$/.test(path) || /^libs\/.*\/src\/index\.ts$/.test(path) || REACHED.has(path),
);

const bundle = await rolldown({
  cwd: projectRoot,
  input: Object.fromEntries(entries.map((path) => [path.replace(/\.ts$/, ''), join(projectRoot, path)])),
  platform: 'node',
  tsconfig: false,
  external: isExternal,
  resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  plugins: [
    {
      name: 'modules',
      resolveId: {
        filter: { id: /^#/ },
        handler: (id) => join(projectRoot, 'libs', id.slice(1), 'src', 'index.ts'),
      },
    },
    {
      name: 'required packages',
      resolveId: {
        filter: { id: REQUIRED },
        handler: (id) => `\0required:${id}`,
      },
      load: {
        filter: { id: /^\0required:/ },
        handler: (id) => ({
          code: `module.exports = require(${JSON.stringify(id.slice('\0required:'.length))});`,
          moduleType: 'js',
        }),
      },
    },
  ],
  // As jest.config.mjs says for the tests: parameters of constructors tell Nest what to inject, fields without a value are none.
  transform: {
    target: 'es2023',
    decorator: { legacy: true, emitDecoratorMetadata: true },
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
  onLog(level, log, tell) {
    if (level === 'warn' && log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
    tell(level, log);
  },
});
await bundle.write({
  dir: target,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
  keepNames: true, // names of classes stand in logs and in the trail
  sourcemap: true,
  sourcemapExcludeSources: true, // they are beside the project; a process that keeps them would be 15 MB larger
});

/**
 * @param {string} id
 * @param {string | undefined} importer
 * @returns {boolean} whether Node loads it from node_modules when the program runs
 */
function isExternal(id, importer) {
  if (/^[./#\0]/.test(id)) return false;
  if (REQUIRED.test(id)) return importer?.startsWith('\0required:') === true;
  const name = /^(@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? id;
  if (BUNDLED.has(name) || name === '@oxc-project/runtime') return false; // the latter is the compiler's own
  // A package's own copy of another is not where the program would look for it.
  const owner = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec((importer ?? '').split(sep).join('/'))?.[1];
  return owner === undefined || !existsSync(join(owner, 'node_modules', name));
}

/**
 * @param {string} folder below the project
 * @returns {string[]} TypeScript sources, relative to the project, tests left out
 */
function sourcesBelow(folder) {
  const root = join(projectRoot, folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/\/tests?\//.test(path));
}
