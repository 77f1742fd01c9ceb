// npm test: installs and builds what is missing, runs every test and prints "N passed, N failed" as the last line.
// Arguments are Jest's: `npm test -- libs/orders`. A run of everything asks the few files that failed once more, alone
// (decision 0110), and names those that were unsteady.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
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
    const given = process.argv.slice(2);
    const first = await runJest(join(folder, 'first.json'), redis.url, given);
    const again = given.length === 0 ? first.failedFiles : [];
    const { passed, failed, code } =
      again.length > 0 && again.length <= most_asked_again
        ? await askAgain(first, again, join(folder, 'again.json'), redis.url)
        : first;
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

/** More files than this do not fail by chance. */
const most_asked_again = 3;

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed a test file that could not be run at all counts as one failure
 * @property {number} passedOfOthers passed tests of the files without a failure
 * @property {string[]} failedFiles
 * @property {number} code Jest's exit code
 */

/** @typedef {{ name: string, status: string, assertionResults: { status: string }[] }} FileResult Jest's, of one file */

/**
 * The files that failed beside others, once more with the machine to themselves. What fails again has failed; what
 * passes is counted as passed and named, so that its reason can be looked for.
 *
 * @param {Outcome} first
 * @param {string[]} files
 * @param {string} results where Jest writes them
 * @param {string | undefined} redisUrl
 * @returns {Promise<Outcome>}
 */
async function askAgain(first, files, results, redisUrl) {
  console.log(`\nOnce more, alone: ${files.map((file) => relative(projectRoot, file)).join(' ')}`);
  // In one process the tests' sockets are its own: Node 20 sometimes never ends when one of them still had a request open
  // (it turns in its own clean-up), so the run is told to end.
  const second = await runJest(results, redisUrl, ['--runInBand', '--forceExit', '--runTestsByPath', ...files]);
  for (const file of files.filter((one) => !second.failedFiles.includes(one)))
    console.log(
      `UNSTEADY: ${relative(projectRoot, file)} failed beside others and passed alone; see its failure above.`,
    );
  return { ...second, passed: first.passedOfOthers + second.passed };
}

/**
 * @param {string} results where Jest writes them
 * @param {string | undefined} redisUrl
 * @param {string[]} args Jest's
 * @returns {Promise<Outcome>}
 */
async function runJest(results, redisUrl, args) {
  const jest = join(projectRoot, 'node_modules', 'jest', 'bin', 'jest.js');
  const flags = ['--config', join(projectRoot, 'jest.config.mjs'), '--json', '--outputFile', results];
  const child = spawn(process.execPath, [jest, ...flags, ...args], {
    cwd: projectRoot,
    // Jest's JSON goes to the file as well; its report for people is on stderr.
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'test', ...(redisUrl === undefined ? {} : { TEST_REDIS_URL: redisUrl }) },
  });
  // Jest gets the terminal's Ctrl-C itself; we wait for it so that the last line is still printed.
  const pass = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, pass);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (exit) => resolve(exit ?? 1));
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.off(signal, pass);
  return { ...count(results), code };
}

/**
 * @param {string} results
 * @returns {Omit<Outcome, 'code'>}
 */
function count(results) {
  try {
    /** @type {{ numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number, testResults: FileResult[] }} */
    const report = JSON.parse(readFileSync(results, 'utf8'));
    const failedFiles = report.testResults.filter((file) => file.status === 'failed');
    const passedThere = failedFiles.flatMap((file) => file.assertionResults).filter((one) => one.status === 'passed');
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      passedOfOthers: report.numPassedTests - passedThere.length,
      failedFiles: failedFiles.map((file) => file.name),
    };
  } catch {
    return { passed: 0, failed: 1, passedOfOthers: 0, failedFiles: [] };
  }
}
