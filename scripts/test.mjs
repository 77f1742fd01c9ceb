// npm test: installs and builds what is missing, runs every test and prints "N passed, N failed" as the last line.
// Arguments are Jest's: `npm test -- libs/orders`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { runMain } from './lib/fault.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { projectRoot } from './lib/paths.mjs';
import { hasRedis, startRedis } from './lib/redis.mjs';

requireNode();
void runMain(async () => {
  ensureInstalled();
  await ensureBuilt();
  const redis = await redisForTests();
  const folder = mkdtempSync(join(tmpdir(), 'odop-test-'));
  try {
    const results = join(folder, 'results.json');
    const code = await runJest(results, redis.url);
    const { passed, failed } = count(results);
    console.log(`${passed} passed, ${failed} failed`);
    return failed > 0 ? 1 : code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await redis.stop();
  }
});

/** @returns {Promise<{ url: string | undefined, stop: () => Promise<void> }>} */
async function redisForTests() {
  const given = process.env['REDIS_URL'];
  if (given) return { url: given, stop: async () => {} };
  if (hasRedis()) return startRedis();
  console.log('No redis-server on PATH and no REDIS_URL: the tests of the Redis queue are not registered in this run.');
  return { url: undefined, stop: async () => {} };
}

/**
 * @param {string} results where Jest writes them
 * @param {string | undefined} redisUrl
 * @returns {Promise<number>} Jest's exit code
 */
function runJest(results, redisUrl) {
  const jest = join(projectRoot, 'node_modules', 'jest', 'bin', 'jest.js');
  const flags = ['--config', join(projectRoot, 'jest.config.mjs'), '--json', '--outputFile', results];
  const child = spawn(process.execPath, [jest, ...flags, ...process.argv.slice(2)], {
    cwd: projectRoot,
    // Jest's JSON goes to the file as well; its report for people is on stderr.
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'test', ...(redisUrl === undefined ? {} : { TEST_REDIS_URL: redisUrl }) },
  });
  // Jest gets the terminal's Ctrl-C itself; we wait for it so that the last line is still printed.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * @param {string} results
 * @returns {{ passed: number, failed: number }} a test file that could not be run at all counts as one failure
 */
function count(results) {
  try {
    const report = JSON.parse(readFileSync(results, 'utf8'));
    return { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
