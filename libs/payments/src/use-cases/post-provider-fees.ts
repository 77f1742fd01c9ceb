import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { platformOwner, PostTransfers, type Transfer } from '#ledger';
import { UnitOfWork } from '#platform/database';
import { cause, namedId } from '#platform/kernel';
import type { Look } from '../data/differences.repository.js';
import { inBatches, nothingYet, type Compared } from '../domain/compared.js';
import type { PaymentProvider, ProviderFee } from '../ports/payment-provider.js';
import { PAYMENT_PROVIDER } from '../ports/tokens.js';

const row = z.object({ provider_id: z.string(), cause_kind: cause.shape.kind, cause_id: z.uuid() });

@Injectable()
export class PostProviderFees {
  constructor(
    private readonly work: UnitOfWork,
    private readonly postTransfers: PostTransfers,
    @Inject(PAYMENT_PROVIDER) private readonly provider: PaymentProvider,
  ) {}

  /**
   * What the provider keeps for itself is our cost, and no longer owed to us: posted once for each line of its books. The
   * fee of a payment nobody asked for is found with that payment.
   * @rule S-8 S-1
   */
  async run(look: Look, isTrial: boolean): Promise<Compared> {
    const compared = nothingYet();
    for await (const batch of inBatches(this.provider.listSince('fees', look.since))) {
      const lines = batch.filter((line) => line.fee_paise !== 0n && line.providerPaymentId !== null);
      compared.looked += lines.length;
      if (lines.length > 0 && !isTrial) await this.post(lines);
    }
    return compared;
  }

  private post(lines: readonly ProviderFee[]): Promise<void> {
    return this.work.run(async (tx) => {
      const rows = await tx.many(
        row,
        `select provider_id, cause_kind, cause_id from payments.payment where provider = $1 and provider_id = any($2::text[])`,
        [this.provider.name, lines.map((line) => line.providerPaymentId)],
      );
      const causes = new Map(
        rows.map(({ provider_id, cause_kind, cause_id }) => [provider_id, { kind: cause_kind, id: cause_id }]),
      );
      const ours = lines.filter((line) => causes.has(line.providerPaymentId!));
      await this.postTransfers.inside(
        tx,
        ours.map((line) => this.transferOf(line, causes.get(line.providerPaymentId!)!)),
      );
    });
  }

  /** A fee given back moves the other way. */
  private transferOf(line: ProviderFee, of: Transfer['cause']): Transfer {
    const [fees, clearing] = [
      { code: 'provider_fees', owner: platformOwner },
      { code: 'gateway_clearing', owner: platformOwner },
    ] as const;
    const isKept = line.fee_paise > 0n;
    return {
      id: namedId('provider fee', this.provider.name, line.providerId),
      debit: isKept ? fees : clearing,
      credit: isKept ? clearing : fees,
      amount_paise: isKept ? line.fee_paise : -line.fee_paise,
      why: 'provider_fee',
      cause: of,
    };
  }
}
