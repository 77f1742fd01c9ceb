import { statSync } from 'node:fs';

/**
 * What takes longest begins first, so that the workers end together. Jest's own order goes by what earlier runs took, or
 * by the size of a file when there was none, as after a fresh clone: and some of the shortest files take longest.
 */
const slowest = [
  'test/e2e/fuzz/fuzz',
  'test/e2e/fuzz/bodies',
  'test/drive/drive',
  'test/model/',
  'libs/identity/test/guessing-and-telling',
  'test/e2e/access',
  'test/e2e/injection',
  'libs/platform/queue/test/work',
  'libs/platform/queue/test/crash',
  'test/scripts/',
  'test/e2e/',
  'apps/',
];

/** @param {{ path: string }} test */
function rank({ path }) {
  const place = slowest.findIndex((part) => path.includes(`/${part}`));
  return place < 0 ? slowest.length : place;
}

/** Jest's `testSequencer`: it asks for these three. */
export default class SlowestFirst {
  /** @param {readonly { path: string }[]} tests */
  sort(tests) {
    const sizes = new Map(tests.map((test) => [test, statSync(test.path).size]));
    return [...tests].sort((a, b) => rank(a) - rank(b) || (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0));
  }

  /**
   * For `--onlyFailures`, which nobody uses here: every file.
   *
   * @param {readonly { path: string }[]} tests
   */
  allFailedTests(tests) {
    return [...tests];
  }

  /** Nothing is remembered between runs: every run has one order. */
  cacheResults() {}
}
