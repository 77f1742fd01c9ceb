import { ConfigFaults, configFaultExitCode, isProduction } from '#platform/config';

try {
  if (isProduction()) {
    process.stderr.write('The simulators refuse to start in production: set real providers instead.\n');
    process.exit(configFaultExitCode);
  }
  // Loaded here, not above: production has no test harness installed to load.
  const { openWorld } = await import('./open-world.js');
  // Where the clock is moved ahead nobody waits two real days for money.
  const world = await openWorld({ available_s: 60 });
  const stop = (): void => void world.stop().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // The supervisor is gone, killed perhaps: nobody would ever stop us otherwise.
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), 4_000).unref();
    stop();
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(error instanceof ConfigFaults ? configFaultExitCode : 1);
}
