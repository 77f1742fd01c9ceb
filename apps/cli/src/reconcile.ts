import { Module } from '@nestjs/common';
import { PaymentsModule, Reconcile, type Reconciled } from '#payments';
import { withBazaar } from './context.js';
import { CliModule } from './cli.module.js';
import type { AskedChange } from './options.js';
import { inRupees } from './rupees.js';
import { print } from './terminal.js';

export interface AskedReconciliation extends AskedChange {
  since?: Date;
}

@Module({ imports: [CliModule, PaymentsModule] })
class ReconcileModule {}

/**
 * A trial only looks: what providers are asked to do cannot be taken back.
 * @rule S-8
 */
export async function reconcile(options: AskedReconciliation): Promise<void> {
  const found = await withBazaar(
    'reconcile',
    (app) =>
      app
        .get(Reconcile, { strict: false })
        .run('asked', { isTrial: options.dryRun, ...(options.since && { since: options.since }) }),
    options.dryRun ? undefined : { ...options, dryRun: false },
    ReconcileModule,
  );
  print(options.json, plain(found, options.dryRun), () => lines(found, options.dryRun));
  if (found.open > 0) process.exitCode = 1;
}

const plain = ({ since, looked, differences, open }: Reconciled, isTrial: boolean) => ({
  dryRun: isTrial,
  since: since.toISOString(),
  looked,
  differences: differences.map(({ about, kind, provider, providerId, ourId, ours_paise, theirs_paise, says, how }) => ({
    about,
    kind,
    provider,
    providerId,
    ourId,
    ours_paise: ours_paise === null ? null : Number(ours_paise),
    theirs_paise: theirs_paise === null ? null : Number(theirs_paise),
    says,
    how,
  })),
  open,
});

const lines = ({ since, looked, differences, open }: Reconciled, isTrial: boolean): string[] => [
  ...differences.map(
    ({ about, providerId, says, how, theirs_paise }) =>
      `${(how ?? 'OPEN').padEnd(10)} ${about.padEnd(8)} ${providerId}: ${says}${theirs_paise === null ? '' : `, ${inRupees(theirs_paise)}`}`,
  ),
  `${isTrial ? 'Tried only. ' : ''}Since ${since.toISOString()}: ${Object.entries(looked)
    .map(([about, count]) => `${count} ${about}s`)
    .join(', ')}; ${open === 0 ? 'nothing differs' : `${open} DIFFER, see docs/runbooks/payment-differences.md`}.`,
];
