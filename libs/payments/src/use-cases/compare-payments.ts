import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { log } from '#platform/observability';
import { paiseColumn } from '#platform/money';
import type { Look } from '../data/differences.repository.js';
import { inBatches, nothingYet, ownIds, type Compared } from '../domain/compared.js';
import { judgePayment, type Fault } from '../domain/difference.js';
import type { PaymentProvider, ProviderPayment } from '../ports/payment-provider.js';
import { ProviderRefused } from '../ports/provider-errors.js';
import { PAYMENT_PROVIDER } from '../ports/tokens.js';
import { SettlePayment } from './settle-payment.js';

const row = z.object({
  id: z.uuid(),
  state: z.string(),
  amount_paise: paiseColumn,
  captured_paise: paiseColumn,
  provider_id: z.string().nullable(),
});
type Ours = z.infer<typeof row>;
const columns = `id, state, amount_paise, captured_paise, provider_id`;

/** At most so many payments that are not in the provider's list are asked about, one by one. */
const asked_max = 200;

@Injectable()
export class ComparePayments {
  constructor(
    private readonly work: UnitOfWork,
    private readonly settlePayment: SettlePayment,
    @Inject(PAYMENT_PROVIDER) private readonly provider: PaymentProvider,
  ) {}

  /**
   * Holds our payments against the provider's list, and what we captured against what it knows. Missed news is made good
   * by the one road to "paid"; what that does not put right stays a difference.
   * @rule S-8 S-6
   */
  async run(look: Look, isTrial: boolean): Promise<Compared> {
    const compared = nothingYet();
    const seen = new Set<string>();
    for await (const batch of inBatches(this.provider.listSince('payments', look.since))) {
      const ours = await this.ours(ownIds(batch.map((theirs) => theirs.paymentId)));
      for (const theirs of batch) {
        seen.add(theirs.providerId);
        await this.judge(compared, ours.get(theirs.paymentId ?? '') ?? null, theirs, isTrial);
      }
    }
    for (const ours of await this.unseen(look, seen)) await this.ask(compared, ours, isTrial);
    return compared;
  }

  private async judge(compared: Compared, ours: Ours | null, theirs: ProviderPayment, isTrial: boolean): Promise<void> {
    compared.looked++;
    const fault = await this.faultOf(ours, theirs);
    if (fault === null) return void compared.agreeing.push(theirs.providerId);
    compared.found.push({
      ...fault,
      about: 'payment',
      provider: this.provider.name,
      providerId: theirs.providerId,
      ourId: ours?.id ?? null,
      ours_paise: ours?.captured_paise ?? null,
      theirs_paise: theirs.captured_paise,
      how: fault.canFollow && !isTrial ? await this.follow(theirs) : null,
    });
  }

  /** The list was read before our row: what cannot be followed is asked about once more, for news may have come between. */
  private async faultOf(ours: Ours | null, theirs: ProviderPayment): Promise<Fault | null> {
    const fault = judgePayment(ours, theirs);
    if (fault === null || fault.canFollow || ours === null) return fault;
    const again = await this.provider.retrieve(theirs.providerId);
    return judgePayment((await this.ours([ours.id])).get(ours.id) ?? null, again);
  }

  /** @returns what put it right, or null when it is not right yet */
  private async follow(theirs: ProviderPayment): Promise<string | null> {
    try {
      await this.settlePayment.follow(theirs);
    } catch (error) {
      log.warn({ err: (error as Error).message, provider: this.provider.name }, 'a difference was not put right');
      return null;
    }
    const now = await this.ours([theirs.paymentId!]);
    return judgePayment(now.get(theirs.paymentId!) ?? null, theirs) === null ? 'followed' : null;
  }

  /** A payment of ours that is not in the list is asked about by its name: an old one may have been captured late. */
  private async ask(compared: Compared, ours: Ours, isTrial: boolean): Promise<void> {
    try {
      await this.judge(compared, ours, await this.provider.retrieve(ours.provider_id!), isTrial);
    } catch (error) {
      if (!(error instanceof ProviderRefused)) throw error;
      const fault: Fault = { kind: 'missing_there', says: `unknown there, ${ours.state} here`, canFollow: false };
      const { id: ourId, captured_paise: ours_paise } = ours;
      const where = { about: 'payment', provider: this.provider.name, providerId: ours.provider_id! } as const;
      compared.found.push({ ...fault, ...where, ourId, ours_paise, theirs_paise: null, how: null });
    }
  }

  private ours(ids: readonly string[]): Promise<Map<string, Ours>> {
    const sql = `select ${columns} from payments.payment where id = any($1::uuid[])`;
    return this.work.run(async (tx) => new Map((await tx.many(row, sql, [ids])).map((ours) => [ours.id, ours])));
  }

  /** What we took in that time and the provider did not list. */
  private async unseen(look: Look, seen: ReadonlySet<string>): Promise<Ours[]> {
    const rows = await this.work.run((tx) =>
      tx.many(
        row,
        `select ${columns} from payments.payment
          where captured_paise > 0 and settled_at >= $1 and provider = $2 and provider_id <> all($3::text[])
          order by settled_at desc, id limit $4`,
        [look.oursSince, this.provider.name, [...seen], asked_max],
      ),
    );
    return rows;
  }
}
