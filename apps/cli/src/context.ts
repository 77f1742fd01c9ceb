import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { checkConfig } from '#platform/config';
import { newId } from '#platform/kernel';
import { NestLog, runAsSystem } from '#platform/observability';
import { CliModule } from './cli.module.js';

/** Starts the modules without HTTP, runs one command as the system, and stops them again. @throws ConfigFaults */
export async function withBazaar<T>(command: string, work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  checkConfig();
  const app = await NestFactory.createApplicationContext(CliModule, { logger: new NestLog(), abortOnError: false });
  try {
    return await runAsSystem(`cli ${command}`, newId(), () => work(app));
  } finally {
    await app.close();
  }
}

/** People read lines; programs ask for `--json`. */
export function print(json: boolean, value: unknown, lines: () => readonly string[]): void {
  process.stdout.write(
    json
      ? `${JSON.stringify(value)}\n`
      : lines()
          .map((line) => `${line}\n`)
          .join(''),
  );
}
