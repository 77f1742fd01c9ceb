import 'reflect-metadata';
import { Command } from 'commander';
import { ConfigFaults, configFaultExitCode } from '#platform/config';
import { jobsCommand } from './jobs.command.js';
import { migrateCommand } from './migrate.command.js';
import { seedCommand } from './seed.command.js';

const program = new Command('bazaar').description("ODOP Bazaar: the operator's commands");
for (const add of [migrateCommand, seedCommand, jobsCommand]) add(program);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  // Not `exitCode`: modules that were half started hold timers and connections, and nobody waits for those now.
  process.exit(error instanceof ConfigFaults ? configFaultExitCode : 1);
}
