import { modules } from './modules.mjs';

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

// Nest 12 and a few of its packages are ESM only: they go through the same transform (docs/decisions/0002).
const esmPackages = [
  '@nestjs',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'es-toolkit',
  'jose',
  'uuidv7',
  'otpauth',
  '@noble',
  'cookie',
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
    '^(\\.{1,2}/.*)\\.js$': ['$1', '$1.js'],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  globalSetup: '<rootDir>/test/setup/global-setup.mjs',
  globalTeardown: '<rootDir>/test/setup/global-teardown.mjs',
  testSequencer: '<rootDir>/test/setup/slowest-first.mjs',
  setupFiles: ['<rootDir>/test/setup/worker.mjs'],
  maxWorkers: 2,
  testTimeout: 90_000,
};
