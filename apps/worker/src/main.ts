import 'reflect-metadata';
import { ConfigFaults, configFaultExitCode, launcherLetsBegin } from '#platform/config';

/** Loaded late, so that a wrong setting is told in a sentence wherever it is first read. */
try {
  const { startWorker } = await import('./start-worker.js');
  await launcherLetsBegin();
  await startWorker();
} catch (error) {
  process.stderr.write(`${error instanceof ConfigFaults ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exit(error instanceof ConfigFaults ? configFaultExitCode : 1);
}
