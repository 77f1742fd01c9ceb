import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { cause, type Cause } from '#platform/kernel';
import { paiseColumn, type Paise } from '#platform/money';
import type { ProviderFee, ProviderSettlement } from '../ports/payment-provider.js';

const ids = z.object({ id: z.uuid() });
const names = z.object({ provider_id: z.string() });
const ownCost = z.object({ provider_id: z.string(), own_paise: paiseColumn });
type OwnCost = z.infer<typeof ownCost>;
const unequalRow = z.object({ provider_id: z.string(), amount_paise: paiseColumn, booked_paise: paiseColumn });
type Unequal = z.infer<typeof unequalRow>;
const begunRow = z.object({ has_failed: z.boolean() });
const ofCause = ({ cause_kind, cause_id }: { cause_kind: Cause['kind']; cause_id: string }): Cause => ({
  kind: cause_kind,
  id: cause_id,
});
const paymentRow = z.object({
  id: z.uuid(),
  provider_id: z.string(),
  cause_kind: cause.shape.kind,
  cause_id: z.uuid(),
});
const settledRow = z
  .object({
    provider_id: z.string(),
    net_paise: paiseColumn,
    cause_kind: cause.shape.kind,
    cause_id: z.uuid(),
  })
  .transform(({ provider_id, net_paise, ...of }) => ({ provider_id, net_paise, cause: ofCause(of) }));
/** A line whose money has come. */
export type SettledLine = z.infer<typeof settledRow>;

/** A line of the provider's books, and the payment of ours it is about. */
export interface OwnLine {
  line: ProviderFee;
  payment: { id: string; cause: Cause };
}

/**
 * Its own lines say that all money of a payment has come; cash is here when it is captured. A refund that has not gone will
 * still take some of it.
 */
const hasCome = `(
  (p.method = 'cash_on_delivery'
   or (exists (select from payments.provider_line l where l.payment_id = p.id)
       and not exists (select from payments.provider_line l where l.payment_id = p.id and l.settled_at is null)))
  and not exists (select from payments.refund r
                   where r.payment_id = p.id and r.state not in ('succeeded', 'replaced')))`;

@Injectable()
export class Settlements {
  /** Those of the lines that are about payments of ours. */
  async ours(tx: Tx, provider: string, lines: readonly ProviderFee[]): Promise<OwnLine[]> {
    const rows = await tx.many(
      paymentRow,
      `select id, provider_id, cause_kind, cause_id from payments.payment
        where provider = $1 and provider_id = any($2::text[])`,
      [provider, lines.flatMap((line) => line.providerPaymentId ?? [])],
    );
    const payments = new Map(rows.map((row) => [row.provider_id, { id: row.id, cause: ofCause(row) }]));
    return lines.flatMap((line) => {
      const payment = line.providerPaymentId === null ? undefined : payments.get(line.providerPaymentId);
      return payment === undefined ? [] : [{ line, payment }];
    });
  }

  /** Keeps lines until their money comes; one that is known stays as it is. */
  async keep(tx: Tx, provider: string, lines: readonly OwnLine[]): Promise<void> {
    await tx.run(
      `insert into payments.provider_line (provider, provider_id, payment_id, kind, net_paise)
       select $1, r.provider_id, r.payment_id, r.kind, r.net_paise
         from unnest($2::text[], $3::uuid[], $4::text[], $5::bigint[]) as r(provider_id, payment_id, kind, net_paise)
        order by r.payment_id, r.provider_id
       on conflict (provider, provider_id) do nothing`,
      [
        provider,
        lines.map(({ line }) => line.providerId),
        lines.map(({ payment }) => payment.id),
        lines.map(({ line }) => line.kind),
        lines.map(({ line }) => line.net_paise.toString()),
      ],
    );
  }

  /** @returns those whose money had not come before */
  settle(tx: Tx, provider: string, settlementId: string, lineIds: readonly string[]): Promise<SettledLine[]> {
    return tx.many(
      settledRow,
      `update payments.provider_line l set settlement_id = $2, settled_at = $4
         from payments.payment p
        where l.provider = $1 and l.provider_id = any($3::text[]) and l.settled_at is null and p.id = l.payment_id
       returning l.provider_id, l.net_paise, p.cause_kind, p.cause_id`,
      [provider, settlementId, lineIds, tx.now],
    );
  }

  /** Payments of lines that came with a settlement; so many at most. */
  async paymentsOf(tx: Tx, provider: string, settlementId: string, limit: number): Promise<string[]> {
    const sql = `select distinct payment_id as id from payments.provider_line
                  where provider = $1 and settlement_id = $2 order by payment_id limit $3`;
    return (await tx.many(ids, sql, [provider, settlementId, limit])).map(({ id }) => id);
  }

  /** Lines of these payments that came with a settlement are at the provider again. */
  undo(tx: Tx, provider: string, settlementId: string, paymentIds: readonly string[]): Promise<SettledLine[]> {
    return tx.many(
      settledRow,
      `update payments.provider_line l set settlement_id = null, settled_at = null
         from payments.payment p
        where l.provider = $1 and l.settlement_id = $2 and l.payment_id = any($3::uuid[]) and p.id = l.payment_id
       returning l.provider_id, l.net_paise, p.cause_kind, p.cause_id`,
      [provider, settlementId, paymentIds],
    );
  }

  /**
   * Lines of it are about to be taken: its row is held until commit, so that none is taken while another finds it has failed.
   * @returns false when it has failed: its lines come with another
   */
  async begin(tx: Tx, provider: string, { providerId, amount_paise, madeAt }: ProviderSettlement): Promise<boolean> {
    const row = await tx.maybe(
      begunRow,
      `insert into payments.settlement (provider, provider_id, amount_paise, begun_at) values ($1, $2, $3, $4)
       on conflict (provider, provider_id) do update set amount_paise = excluded.amount_paise
       returning failed_at is not null as has_failed`,
      [provider, providerId, amount_paise.toString(), madeAt],
    );
    return !row!.has_failed;
  }

  /**
   * Those our bank sent back, taken over or not: from now on nobody takes lines with them.
   * @returns those that were not known to have failed, with what the provider had kept for itself
   */
  noteFailed(tx: Tx, provider: string, failed: readonly ProviderSettlement[]): Promise<OwnCost[]> {
    return tx.many(
      ownCost,
      `insert into payments.settlement (provider, provider_id, amount_paise, begun_at, failed_at)
       select $1, f.provider_id, f.amount_paise, f.begun_at, $5
         from unnest($2::text[], $3::bigint[], $4::timestamptz[]) as f(provider_id, amount_paise, begun_at)
        order by f.provider_id
       on conflict (provider, provider_id) do update set failed_at = excluded.failed_at where settlement.failed_at is null
       returning provider_id, own_paise`,
      [
        provider,
        failed.map((one) => one.providerId),
        failed.map((one) => one.amount_paise.toString()),
        failed.map((one) => one.madeAt),
        tx.now,
      ],
    );
  }

  /** Those of the settlements whose lines are all taken over, or come with another. */
  async known(tx: Tx, provider: string, settlementIds: readonly string[]): Promise<Set<string>> {
    const sql = `select provider_id from payments.settlement
                  where provider = $1 and provider_id = any($2::text[]) and (taken_at is not null or failed_at is not null)`;
    return new Set((await tx.many(names, sql, [provider, settlementIds])).map((row) => row.provider_id));
  }

  /** All of its lines are taken over; its row is held. @param rest  what of it is about no payment of ours, and booked */
  async note(
    tx: Tx,
    provider: string,
    settlement: ProviderSettlement,
    rest: { own_paise: Paise; elsewhere_paise: Paise },
  ): Promise<void> {
    await tx.run(
      `update payments.settlement s
          set taken_at = $3, own_paise = $4,
              booked_paise = $4::bigint + $5::bigint + (select coalesce(sum(l.net_paise), 0) from payments.provider_line l
                                                        where l.provider = s.provider and l.settlement_id = s.provider_id)
        where s.provider = $1 and s.provider_id = $2 and s.taken_at is null`,
      [provider, settlement.providerId, tx.now, rest.own_paise.toString(), rest.elsewhere_paise.toString()],
    );
  }

  /** Those of the settlements that brought another sum than is booked. */
  async unequal(tx: Tx, provider: string, settlementIds: readonly string[]): Promise<Unequal[]> {
    const sql = `select provider_id, amount_paise, booked_paise from payments.settlement
                  where provider = $1 and provider_id = any($2::text[]) and failed_at is null and booked_paise <> amount_paise`;
    return tx.many(unequalRow, sql, [provider, settlementIds]);
  }

  /** Payments nothing is left of that are to be released, or settled because all of theirs has come; the longest first. */
  async toMoveOn(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.many(
      ids,
      `select p.id from payments.payment p
        where p.state in ('captured', 'releasable')
          and p.captured_paise = p.refunded_paise + p.released_paise + p.taken_back_paise
          and (p.state = 'captured' or ${hasCome})
        order by p.settled_at, p.id limit $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Settled payments of which another line came to be known since; so many at most. */
  async toBounce(tx: Tx, limit: number): Promise<string[]> {
    const sql = `select distinct l.payment_id as id
                   from payments.provider_line l join payments.payment p on p.id = l.payment_id
                  where l.settled_at is null and p.state = 'settled' order by l.payment_id limit $1`;
    return (await tx.many(ids, sql, [limit])).map(({ id }) => id);
  }

  /** Whether all money of a payment that was captured is at our bank. */
  async hasCome(tx: Tx, paymentId: string): Promise<boolean> {
    return (await tx.run(`select 1 from payments.payment p where p.id = $1 and (${hasCome})`, [paymentId])) > 0;
  }
}
