import { Inject, Injectable } from '@nestjs/common';
import { platformOwner, PostTransfers, type Transfer } from '#ledger';
import { UnitOfWork, type Tx } from '#platform/database';
import { namedId } from '#platform/kernel';
import type { Look } from '../data/differences.repository.js';
import { Settlements } from '../data/settlements.repository.js';
import { inBatches, nothingYet, type Compared } from '../domain/compared.js';
import type { PaymentProvider, ProviderFee } from '../ports/payment-provider.js';
import { PAYMENT_PROVIDER } from '../ports/tokens.js';

@Injectable()
export class PostProviderFees {
  constructor(
    private readonly work: UnitOfWork,
    private readonly settlements: Settlements,
    private readonly postTransfers: PostTransfers,
    @Inject(PAYMENT_PROVIDER) private readonly provider: PaymentProvider,
  ) {}

  /**
   * What the provider keeps for itself is our cost, and no longer owed to us: posted once for each line of its books. The
   * line is kept until its money comes (`TakeSettlements`). That of a payment nobody asked for is found with that payment.
   * @rule S-8 S-1
   */
  async run(look: Look, isTrial: boolean): Promise<Compared> {
    const compared = nothingYet();
    for await (const batch of inBatches(this.provider.listSince('fees', look.since))) {
      const lines = batch.filter((line) => line.providerPaymentId !== null);
      compared.looked += lines.filter((line) => line.fee_paise !== 0n).length;
      if (lines.length > 0 && !isTrial) await this.work.run((tx) => this.inside(tx, lines));
    }
    return compared;
  }

  /** Posts the fees of lines about payments of ours, and keeps the lines. Twice is once. */
  async inside(tx: Tx, lines: readonly ProviderFee[]): Promise<void> {
    const ours = await this.settlements.ours(tx, this.provider.name, lines);
    const charged = ours.filter(({ line }) => line.fee_paise !== 0n);
    await this.postTransfers.inside(
      tx,
      charged.map(({ line, payment }) => this.transferOf(line, payment.cause)),
    );
    await this.settlements.keep(tx, this.provider.name, ours);
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
