import 'reflect-metadata';
import { ConfigFaults, configFaultExitCode, launcherLetsBegin } from '#platform/config';

try {
  // Loaded here, not above: some settings are read while modules load, and their faults belong on stderr too.
  const { serve } = await import('./serve.js');
  await serve(launcherLetsBegin);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(error instanceof ConfigFaults ? configFaultExitCode : 1);
}
