import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { paiseColumn } from '#platform/money';
import { log } from '#platform/observability';
import type { Look } from '../data/differences.repository.js';
import { inBatches, nothingYet, ownIds, type Compared } from '../domain/compared.js';
import { judgePayout } from '../domain/difference.js';
import type { PayoutProvider, ProviderPayout } from '../ports/payout-provider.js';
import { PAYOUT_PROVIDER } from '../ports/tokens.js';
import { NoteReturnedPayout } from './note-returned-payout.js';
import { SendPayout } from './send-payout.js';

const row = z.object({ id: z.uuid(), key: z.string(), state: z.string(), amount_paise: paiseColumn });
type Ours = z.infer<typeof row>;

/** What was noted as come back is paid no more. */
const stateSql = `case when returned_at is null then state else 'failed' end as state`;

/** At most so many payouts that are not in the bank's list are asked about, one by one. */
const asked_max = 200;

@Injectable()
export class ComparePayouts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sendPayout: SendPayout,
    private readonly noteReturnedPayout: NoteReturnedPayout,
    @Inject(PAYOUT_PROVIDER) private readonly bank: PayoutProvider,
  ) {}

  /** Holds the bank's transfers against ours; news we missed is followed, money that came back is owed again. @rule S-8 */
  async run(look: Look, isTrial: boolean): Promise<Compared> {
    const compared = nothingYet();
    const seen: string[] = [];
    for await (const batch of inBatches(this.bank.listSince(look.since))) {
      const ours = await this.ours(ownIds(batch.map((theirs) => theirs.payoutId)));
      seen.push(...ours.keys());
      const refunds = await this.refunds(batch.map((theirs) => theirs.providerId));
      for (const theirs of batch) {
        const refund = refunds.get(theirs.providerId);
        if (refund !== undefined) this.judgeRefund(compared, refund, theirs);
        else await this.judge(compared, ours.get(theirs.payoutId) ?? null, theirs, isTrial);
      }
    }
    for (const ours of await this.unseen(look, seen)) await this.ask(compared, ours, isTrial);
    return compared;
  }

  private async judge(compared: Compared, ours: Ours | null, theirs: ProviderPayout, isTrial: boolean): Promise<void> {
    compared.looked++;
    let fault = judgePayout(ours, theirs);
    if (fault !== null && !fault.canFollow && ours !== null && ours.key === theirs.payoutId) {
      // The list may be older than what has happened since: asked once more before a difference is written down.
      const [again, now] = [await this.bank.status(ours.key), (await this.ours([ours.key])).get(ours.key) ?? ours];
      if (again !== null) [ours, theirs, fault] = [now, again, judgePayout(now, again)];
    }
    // An earlier try of a payout that has another key by now is old news.
    if (fault === null || (ours !== null && ours.key !== theirs.payoutId))
      return void compared.agreeing.push(theirs.providerId);
    compared.found.push({
      ...fault,
      about: 'payout',
      provider: this.bank.name,
      providerId: theirs.providerId,
      ourId: ours?.id ?? null,
      ours_paise: ours?.amount_paise ?? null,
      theirs_paise: theirs.amount_paise,
      how: fault.canFollow && !isTrial && ours !== null ? await this.follow(ours, theirs) : null,
    });
  }

  /** Cash that was paid at a door goes back as a payout; its own clock follows it until it is there. */
  private judgeRefund(compared: Compared, ours: Ours, theirs: ProviderPayout): void {
    compared.looked++;
    const fault = judgePayout(ours, theirs);
    if (fault === null || ours.state !== 'paid') return void compared.agreeing.push(theirs.providerId);
    const { id: ourId, amount_paise: ours_paise } = ours;
    const where = { about: 'payout', provider: this.bank.name, providerId: theirs.providerId } as const;
    const { amount_paise: theirs_paise } = theirs;
    compared.found.push({ ...fault, ...where, canFollow: false, ourId, ours_paise, theirs_paise, how: null });
  }

  private refunds(providerIds: readonly string[]): Promise<Map<string, Ours>> {
    const sql = `select r.id, r.provider_id as key, case r.state when 'succeeded' then 'paid' else 'sent' end as state,
                        r.amount_paise
                   from payments.refund r join payments.payment p on p.id = r.payment_id and p.method = 'cash_on_delivery'
                  where r.provider_id = any($1::text[])`;
    return this.work.run(async (tx) => new Map((await tx.many(row, sql, [providerIds])).map((one) => [one.key, one])));
  }

  private async follow(ours: Ours, theirs: ProviderPayout): Promise<string | null> {
    try {
      // Asked anew, so that a provider that has to take the money back first does so.
      if (ours.state === 'paid') await this.noteReturnedPayout.follow((await this.bank.status(ours.key)) ?? theirs);
      else await this.sendPayout.run({ payoutId: ours.id });
    } catch (error) {
      log.warn({ err: (error as Error).message, payoutId: ours.id }, 'a difference was not put right');
      return null;
    }
    return judgePayout((await this.ours([theirs.payoutId])).get(theirs.payoutId) ?? null, theirs) === null
      ? 'followed'
      : null;
  }

  private async ask(compared: Compared, ours: Ours, isTrial: boolean): Promise<void> {
    const theirs = await this.bank.status(ours.key);
    if (theirs !== null) return this.judge(compared, ours, theirs, isTrial);
    compared.found.push({
      kind: 'missing_there',
      says: `unknown there, ${ours.state} here`,
      canFollow: false,
      about: 'payout',
      provider: this.bank.name,
      providerId: ours.key,
      ourId: ours.id,
      ours_paise: ours.amount_paise,
      theirs_paise: null,
      how: null,
    });
  }

  private ours(ids: readonly string[]): Promise<Map<string, Ours>> {
    const sql = `select id, key, ${stateSql}, amount_paise from payments.payout where key = any($1::uuid[]) or id = any($1::uuid[])`;
    return this.work.run(async (tx) => {
      const found = await tx.many(row, sql, [ids]);
      return new Map(found.flatMap((ours) => [[ours.id, ours] as const, [ours.key, ours] as const]));
    });
  }

  /** What we hold for paid by this provider, or by one nobody knows, in that time and it did not list. */
  private unseen(look: Look, seen: readonly string[]): Promise<Ours[]> {
    const sql = `select p.id, p.key, p.state, p.amount_paise
                   from payments.payout p left join payments.payout_road r on r.key = p.key::text
                  where coalesce(r.provider, $4) = $4 and p.state = 'paid' and p.returned_at is null and p.settled_at >= $1 and p.key <> all($2::uuid[])
                  order by p.settled_at desc, p.id limit $3`;
    return this.work.run((tx) => tx.many(row, sql, [look.oursSince, seen, asked_max, this.bank.name]));
  }
}
