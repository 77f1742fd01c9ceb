import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { checkConfig } from '#platform/config';
import { UnitOfWork } from '#platform/database';
import { newId, systemActor } from '#platform/kernel';
import { NestLog, runInContext } from '#platform/observability';
import { CliModule } from './cli.module.js';
import type { AskedChange } from './options.js';
import { operator } from './terminal.js';

/**
 * Starts the modules without HTTP, runs one command as the system, and stops them again. What it writes stands in the
 * audit trail as `cli <command>`, with who sat at which machine.
 *
 * @param change  for commands that change something; with `dryRun` everything is done in one transaction and taken back
 * @param module  what the command may use
 * @throws ConfigFaults
 */
export async function withBazaar<T>(
  command: string,
  work: (app: INestApplicationContext) => Promise<T>,
  change?: AskedChange,
  module: Type = CliModule,
): Promise<T> {
  checkConfig();
  const app = await NestFactory.createApplicationContext(module, { logger: new NestLog(), abortOnError: false });
  const operation = `cli ${command}`;
  const context = {
    actor: systemActor(operation),
    requestId: newId(),
    address: operator(),
    operation,
    audited: change !== undefined,
    trail: { rows: 0 },
    reason: change?.reason,
  };
  try {
    return await runInContext(context, () => (change?.dryRun ? takenBack(app, () => work(app)) : work(app)));
  } finally {
    await app.close();
  }
}

class TakenBack extends Error {}

/** The use-cases join this transaction, so their refusals are the real ones and their effects are none. */
async function takenBack<T>(app: INestApplicationContext, work: () => Promise<T>): Promise<T> {
  const done: T[] = [];
  const trial = app.get(UnitOfWork, { strict: false }).run(async () => {
    done.push(await work());
    throw new TakenBack();
  });
  await trial.catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
  return done.at(-1)!;
}
