import 'reflect-metadata';
import { ConfigFaults, configFaultExitCode } from '#platform/config';
import { told } from './told.js';

/** Loaded late, so that a wrong setting is told in a sentence wherever it is first read. */
try {
  const { run } = await import('./program.js');
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(told(error, process.argv.includes('--json')));
  process.exitCode = error instanceof ConfigFaults ? configFaultExitCode : 1;
}
