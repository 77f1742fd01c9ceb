import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { paiseColumn } from '#platform/money';
import { log } from '#platform/observability';
import type { Look } from '../data/differences.repository.js';
import { Refunds } from '../data/refunds.repository.js';
import { nothingYet, type Compared } from '../domain/compared.js';
import { judgeRefund, type Fault } from '../domain/difference.js';
import type { PaymentProvider, ProviderRefund } from '../ports/payment-provider.js';
import { ProviderRefused } from '../ports/provider-errors.js';
import { PAYMENT_PROVIDER } from '../ports/tokens.js';
import { FollowRefund } from './follow-refund.js';

const row = z.object({
  id: z.uuid(),
  state: z.string(),
  amount_paise: paiseColumn,
  provider_id: z.string().nullable(),
});
type Ours = z.infer<typeof row>;

/** At most so many refunds that are not in the provider's list are asked about, one by one. */
const asked_max = 200;

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
    const seen: string[] = [];
    for await (const theirs of this.provider.listSince('refunds', look.since)) {
      seen.push(theirs.providerId);
      await this.judge(compared, theirs, isTrial);
    }
    for (const ours of await this.unseen(look, seen)) await this.ask(compared, ours, isTrial);
    return compared;
  }

  private async judge(compared: Compared, theirs: ProviderRefund, isTrial: boolean): Promise<void> {
    compared.looked++;
    const ours = await this.ours(theirs);
    const fault = judgeRefund(ours, theirs);
    if (fault === null) return void compared.agreeing.push(theirs.providerId);
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

  /** A refund of ours that is not in the list is asked about by its name. */
  private async ask(compared: Compared, ours: Ours, isTrial: boolean): Promise<void> {
    try {
      await this.judge(compared, await this.provider.retrieveRefund(ours.provider_id!), isTrial);
    } catch (error) {
      if (!(error instanceof ProviderRefused)) throw error;
      const fault: Fault = { kind: 'missing_there', says: `unknown there, ${ours.state} here`, canFollow: false };
      const { id: ourId, amount_paise: ours_paise } = ours;
      const where = { about: 'refund', provider: this.provider.name, providerId: ours.provider_id! } as const;
      compared.found.push({ ...fault, ...where, ourId, ours_paise, theirs_paise: null, how: null });
    }
  }

  /** What we hold for given back in that time and the provider did not list. */
  private unseen(look: Look, seen: readonly string[]): Promise<Ours[]> {
    const sql = `select r.id, r.state, r.amount_paise, r.provider_id
                   from payments.refund r join payments.payment p on p.id = r.payment_id and p.method = 'online'
                  where r.state = 'succeeded' and r.settled_at >= $1 and r.provider_id <> all($2::text[])
                  order by r.settled_at desc, r.id limit $3`;
    return this.work.run((tx) => tx.many(row, sql, [look.oursSince, seen, asked_max]));
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
