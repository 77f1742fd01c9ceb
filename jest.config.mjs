import { modules } from './modules.mjs';
import { joinedPackage, joinedPackages } from './test/setup/packages.mjs';

const swc = {
  swcrc: false,
  sourceMaps: 'inline',
  // A spec that asks no api does not load the HTTP tools of `#platform/testing`.
  module: { type: 'commonjs', importInterop: 'node', lazy: ['./api-client.js', './test-api.js'] },
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

// A few packages are ESM only: they go through the same transform. Nest, which is too, is joined before (test/setup/packages.mjs).
const esmPackages = [
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'es-toolkit',
  'uuidv7',
  'otpauth',
  '@noble',
  'cookie',
  'intl-messageformat',
  '@formatjs',
];

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.e2e-spec.ts'],
  transform: { '^.+\\.(ts|js|mjs)$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
  moduleNameMapper: {
    [`^#(${Object.keys(modules).join('|')})$`]: '<rootDir>/libs/$1/src/index.ts',
    [joinedPackages]: joinedPackage,
    '^(\\.{1,2}/.*)\\.js$': ['$1', '$1.js'],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  globalSetup: '<rootDir>/test/setup/global-setup.mjs',
  globalTeardown: '<rootDir>/test/setup/global-teardown.mjs',
  testSequencer: '<rootDir>/test/setup/slowest-first.mjs',
  setupFiles: ['<rootDir>/test/setup/worker.mjs'],
  setupFilesAfterEnv: ['<rootDir>/test/support/after-each.ts'],
  maxWorkers: 2,
  // A worker that has grown begins again between two files: what loaded modules left in it slows the files after.
  workerIdleMemoryLimit: '1500MB',
  testTimeout: 90_000,
};
