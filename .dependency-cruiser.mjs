// Which file may import which, made from the module map. Calls go down; news goes up as events only.
import { modules } from './modules.mjs';

const names = Object.keys(modules);
const platform = names.filter((name) => name.startsWith('platform/'));
const oneOf = (/** @type {readonly string[]} */ some) => `(?:${some.join('|')})`;

/** @type {(name: string) => string[]} what a module may import, itself among them; `platform` stands for all of it */
const allowedFor = (name) => [
  name,
  ...(modules[name]?.uses ?? []).flatMap((used) => (used === 'platform' ? platform : [used])),
];

const usesOfEachModule = names.map((name) => ({
  name: `uses-of-${name.replace('/', '-')}`,
  comment: `${name} may use ${allowedFor(name).slice(1).join(', ') || 'nothing'} (modules.mjs)`,
  severity: 'error',
  from: { path: `^libs/${name}/src/` },
  to: { path: `^libs/${oneOf(names)}/`, pathNot: `^libs/${oneOf(allowedFor(name))}/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...usesOfEachModule,
    {
      name: 'no-cycle',
      comment: 'a cycle is a missing event or a missing lower module',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'through-the-front-door',
      comment: 'another module is imported by its name (#orders), never by a relative path',
      severity: 'error',
      from: { path: `^libs/(${oneOf(names)})/` },
      to: {
        path: `^libs/${oneOf(names)}/`,
        // Builders of test data are shared by tests, and only tests may import them (below).
        pathNot: ['^libs/$1/', '^libs/(platform/)?[^/]+/test/builders/'],
        dependencyTypesNot: ['aliased-subpath-import'],
      },
    },
    {
      name: 'apps-use-public-apis',
      comment: 'an app imports a module by its name (#orders)',
      severity: 'error',
      from: { path: '^apps/[^/]+/src/' },
      to: { path: '^libs/', dependencyTypesNot: ['aliased-subpath-import'] },
    },
    {
      name: 'apps-apart',
      comment: 'apps share code through libs/ only',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-know-no-app',
      comment: 'builders of test data end with a look at what must be true of every database',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|test|scripts|tools|bench)/', pathNot: '^test/support/invariants\\.ts$' },
    },
    {
      name: 'pure-domain',
      comment: 'domain/ decides: no Nest, no SQL, no files; of its module at most the words of a port',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/domain/' },
      to: {
        path: [
          '^libs/[^/]+/src/(data|use-cases|adapters)/',
          'node_modules/(@nestjs|typeorm|pg|bullmq|ioredis|fastify|stripe)/',
        ],
      },
    },
    {
      name: 'no-tests-in-service',
      comment: 'the test harness and the simulated world stay out of the service; the demo asks simulated registers',
      severity: 'error',
      from: {
        path: '^(apps|libs)/.*src/',
        pathNot: '^(apps/simulators|apps/cli/src/demo|libs/platform/(testing|simulators))/',
      },
      to: { path: '^libs/platform/(testing|simulators)/|/test/' },
    },
    {
      name: 'no-dev-packages-in-service',
      severity: 'error',
      from: { path: '^(apps|libs)/.*src/', pathNot: '^libs/platform/testing/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
    {
      name: 'listed-packages-only',
      comment: 'a package we import is in package.json, not somebody else’s dependency',
      severity: 'error',
      from: { path: '^(apps|libs|test|scripts|tools|bench)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'undetermined'] },
    },
    {
      name: 'found',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^dist/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^dist/'] },
    exclude: { path: ['^dist/', '^coverage/', '^\\.data/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['development', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
    skipAnalysisNotInRules: true,
    detectJSDocImports: true,
  },
};
