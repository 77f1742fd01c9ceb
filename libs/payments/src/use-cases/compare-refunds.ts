import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { paiseColumn } from '#platform/money';
import { log } from '#platform/observability';
import type { Look } from '../data/differences.repository.js';
import { Refunds } from '../data/refunds.repository.js';
import { nothingYet, type Compared } from '../domain/compared.js';
import { judgeRefund } from '../domain/difference.js';
import type { PaymentProvider, ProviderRefund } from '../ports/payment-provider.js';
import { PAYMENT_PROVIDER } from '../ports/tokens.js';
import { FollowRefund } from './follow-refund.js';

const row = z.object({
  id: z.uuid(),
  state: z.string(),
  amount_paise: paiseColumn,
  provider_id: z.string().nullable(),
});
type Ours = z.infer<typeof row>;

@Injectable()
export class CompareRefunds {
  constructor(
    private readonly work: UnitOfWork,
    private readonly refunds: Refunds,
    private readonly followRefund: FollowRefund,
    @Inject(PAYMENT_PROVIDER) private readonly provider: PaymentProvider,
  ) {}

  /** Holds the provider's refunds against ours; news we missed is followed. @rule S-8 S-9 */
  async run(look: Look, isTrial: boolean): Promise<Compared> {
    const compared = nothingYet();
    for await (const theirs of this.provider.listSince('refunds', look.since)) {
      compared.looked++;
      const ours = await this.ours(theirs);
      const fault = judgeRefund(ours, theirs);
      if (fault === null) compared.agreeing.push(theirs.providerId);
      else {
        compared.found.push({
          ...fault,
          about: 'refund',
          provider: this.provider.name,
          providerId: theirs.providerId,
          ourId: ours?.id ?? null,
          ours_paise: ours?.amount_paise ?? null,
          theirs_paise: theirs.amount_paise,
          how: fault.canFollow && !isTrial ? await this.follow(ours!.id, theirs) : null,
        });
      }
    }
    return compared;
  }

  private async follow(refundId: string, theirs: ProviderRefund): Promise<string | null> {
    try {
      await this.followRefund.run(refundId, theirs);
    } catch (error) {
      log.warn({ err: (error as Error).message, refundId }, 'a difference was not put right');
      return null;
    }
    return judgeRefund(await this.ours(theirs), theirs) === null ? 'followed' : null;
  }

  private ours(theirs: ProviderRefund): Promise<Ours | null> {
    return this.work.run(async (tx) => {
      const id = await this.refunds.known(tx, theirs);
      if (id === null) return null;
      return tx.maybe(row, `select id, state, amount_paise, provider_id from payments.refund where id = $1`, [id]);
    });
  }
}
