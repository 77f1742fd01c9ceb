import { readFile } from 'node:fs/promises';
import { Module } from '@nestjs/common';
import { PaymentsModule, TakeBankResponse } from '#payments';
import { CliModule } from './cli.module.js';
import { withBazaar } from './context.js';
import type { Asked } from './options.js';
import { print } from './terminal.js';

@Module({ imports: [CliModule, PaymentsModule] })
class PayoutsModule {}

/** @rule */
export async function takeResponse(path: string, options: Asked & { reason?: string }): Promise<void> {
  const bytes = await readFile(path);
  const taken = await withBazaar(
    'payouts take-response',
    (app) => app.get(TakeBankResponse, { strict: false }).run(bytes),
    { ...options, dryRun: false },
    PayoutsModule,
  );
  print(options.json, { ...taken }, () => [
    taken.isRepeat
      ? `This answer to ${taken.fileNumber} was taken before: nothing was done.`
      : `${taken.fileNumber}: ${taken.paid} paid, ${taken.failed} failed, ${taken.returned} came back, ${taken.unchanged} as before.`,
  ]);
}
