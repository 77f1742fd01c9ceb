import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SubjectKeys, type Place } from '#platform/crypto';
import type { Tx } from '#platform/database';
import { cause, namedId, type Cause } from '#platform/kernel';
import { paiseColumn, type Paise } from '#platform/money';
import { payeeAccount } from '../domain/payee-account.js';
import type { PayeeAccount } from '../ports/payout-provider.js';
import { CashDueEntity } from './cash.entity.js';

const row = z
  .object({
    id: z.uuid(),
    payment_id: z.uuid(),
    cause_kind: cause.shape.kind,
    cause_id: z.uuid(),
    amount_paise: paiseColumn,
    waived_paise: paiseColumn,
    collected_paise: paiseColumn,
    remitted_paise: paiseColumn,
    status: z.enum(['due', 'collected', 'remitted', 'waived']),
  })
  .transform(({ cause_kind, cause_id, ...rest }) => ({ ...rest, cause: { kind: cause_kind, id: cause_id } as Cause }));
/** What is collected at the door for one cause. */
export type CashDue = z.infer<typeof row>;

const columns = `id, payment_id, cause_kind, cause_id, amount_paise, waived_paise, collected_paise, remitted_paise, status`;

const remittanceRow = z.object({
  courier: z.string(),
  provider_id: z.string(),
  cash_id: z.uuid().nullable(),
  parcel: z.string(),
  amount_paise: paiseColumn,
  matched_paise: paiseColumn,
});
/** Cash a courier says it has brought. */
export type Remittance = z.infer<typeof remittanceRow>;

const placeOf = (paymentId: string): Place => ({
  table: 'payments.refund_account',
  column: 'account_sealed',
  row: paymentId,
});

@Injectable()
export class Cash {
  constructor(private readonly keys: SubjectKeys) {}

  async add(
    tx: Tx,
    of: { paymentId: string; payerId: string },
    dues: readonly { cause: Cause; amount_paise: Paise }[],
  ): Promise<void> {
    await tx.insert(
      CashDueEntity,
      dues.map(({ cause: { kind, id }, amount_paise }) => ({
        ...{ id: namedId('cash', kind, id), payment_id: of.paymentId, payer_id: of.payerId },
        ...{ cause_kind: kind, cause_id: id, amount_paise: amount_paise.toString() },
        ...{ waived_paise: '0', collected_paise: '0', remitted_paise: '0', status: 'due' },
        ...{ made_at: tx.now, collected_at: null, remitted_at: null },
      })),
    );
  }

  /** What is collected for a cause; null for one that was paid before. Its payment is to be held first. */
  of(tx: Tx, { kind, id }: Cause): Promise<CashDue | null> {
    return tx.maybe(row, `select ${columns} from payments.cash_due where cause_kind = $1 and cause_id = $2`, [
      kind,
      id,
    ]);
  }

  byId(tx: Tx, id: string): Promise<CashDue | null> {
    return tx.maybe(row, `select ${columns} from payments.cash_due where id = $1`, [id]);
  }

  /** Whether the cash of a sale is with us: its own, or for goods in exchange that of everything she paid with them. */
  async isHere(tx: Tx, paymentId: string, of: Cause): Promise<boolean> {
    const own = await this.of(tx, of);
    const all = own === null ? await this.ofPayment(tx, paymentId) : [own];
    return all.every((cash) => cash.status === 'remitted' || (own === null && cash.status === 'waived'));
  }

  /** Everything of a payment. */
  ofPayment(tx: Tx, paymentId: string): Promise<CashDue[]> {
    return tx.many(row, `select ${columns} from payments.cash_due where payment_id = $1 order by id`, [paymentId]);
  }

  /** So much of it is due for another cause. */
  async lessen(tx: Tx, id: string, amount_paise: Paise): Promise<void> {
    const sql = `update payments.cash_due set amount_paise = amount_paise - $2 where id = $1`;
    await tx.run(sql, [id, amount_paise.toString()]);
  }

  async note(tx: Tx, cash: CashDue): Promise<void> {
    await tx.run(
      `update payments.cash_due
          set waived_paise = $2, collected_paise = $3, remitted_paise = $4, status = $5,
              collected_at = case when $3::bigint > 0 then coalesce(collected_at, $6) end,
              remitted_at = case when $5 = 'remitted' then coalesce(remitted_at, $6) end
        where id = $1`,
      [
        cash.id,
        cash.waived_paise.toString(),
        cash.collected_paise.toString(),
        cash.remitted_paise.toString(),
        cash.status,
        tx.now,
      ],
    );
  }

  /** @returns false when this very change was counted before */
  async addWaiver(tx: Tx, cashId: string, id: string, amount_paise: Paise): Promise<boolean> {
    const sql = `insert into payments.cash_waiver (id, cash_id, payer_id, amount_paise, made_at)
                 select $1, id, payer_id, $3, $4 from payments.cash_due where id = $2 on conflict (id) do nothing`;
    return (await tx.run(sql, [id, cashId, amount_paise.toString(), tx.now])) === 1;
  }

  /** Where a shopper wants her money back; named again, the last one counts. @rule S-63 */
  async nameAccount(tx: Tx, payment: { id: string; payer_id: string }, account: PayeeAccount): Promise<void> {
    const text = JSON.stringify(payeeAccount.parse(account));
    const sealed = (await this.keys.of(tx, payment.payer_id)).seal(placeOf(payment.id), text);
    await tx.run(
      `insert into payments.refund_account (payment_id, payer_id, account_sealed, named_at) values ($1, $2, $3, $4)
       on conflict (payment_id) do update set account_sealed = excluded.account_sealed, named_at = excluded.named_at`,
      [payment.id, payment.payer_id, sealed, tx.now],
    );
  }

  /** The account she named; null when she named none, or was erased. */
  async account(tx: Tx, paymentId: string): Promise<PayeeAccount | null> {
    const found = await tx.maybe(
      z.object({ payer_id: z.uuid(), account_sealed: z.custom<Buffer>((value) => Buffer.isBuffer(value)) }),
      `select payer_id, account_sealed from payments.refund_account where payment_id = $1`,
      [paymentId],
    );
    if (found === null) return null;
    const key = (await this.keys.existing(tx, [found.payer_id])).get(found.payer_id);
    const text = key?.open(placeOf(paymentId), found.account_sealed) ?? null;
    return text === null ? null : payeeAccount.parse(JSON.parse(text));
  }

  /** @returns whether it is news */
  async addRemittance(
    tx: Tx,
    given: {
      courier: string;
      id: string;
      cashId: string | null;
      parcel: string;
      amount_paise: Paise;
      utr: string;
      at: Date;
    },
  ): Promise<boolean> {
    const added = await tx.run(
      `insert into payments.remittance (courier, provider_id, cash_id, parcel, amount_paise, utr, sent_at, taken_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (courier, provider_id) do nothing`,
      [given.courier, given.id, given.cashId, given.parcel, given.amount_paise.toString(), given.utr, given.at, tx.now],
    );
    return added === 1;
  }

  /** When the last one was sent that we know of, by the courier's clock. */
  async lastRemitted(tx: Tx, courier: string): Promise<Date | null> {
    const sql = `select max(sent_at) as at from payments.remittance where courier = $1`;
    return (await tx.maybe(z.object({ at: z.date().nullable() }), sql, [courier]))?.at ?? null;
  }

  /** What was brought for it and not counted yet, the oldest first; rows held. */
  unmatchedOf(tx: Tx, cashId: string): Promise<Remittance[]> {
    return tx.many(
      remittanceRow,
      `select courier, provider_id, cash_id, parcel, amount_paise, matched_paise from payments.remittance
        where cash_id = $1 and matched_paise < amount_paise order by sent_at, provider_id for update`,
      [cashId],
    );
  }

  async match(tx: Tx, remittance: Remittance, matched_paise: Paise): Promise<void> {
    const sql = `update payments.remittance set matched_paise = $3 where courier = $1 and provider_id = $2`;
    await tx.run(sql, [remittance.courier, remittance.provider_id, matched_paise.toString()]);
  }

  /** What nobody owed: of unknown parcels, brought twice, or too much. */
  unmatched(tx: Tx, limit: number): Promise<Remittance[]> {
    return tx.many(
      remittanceRow,
      `select courier, provider_id, cash_id, parcel, amount_paise, matched_paise from payments.remittance
        where matched_paise < amount_paise order by taken_at desc, provider_id limit $1`,
      [limit],
    );
  }

  /** What agrees by now of what did not: brought whole, or counted whole. */
  async settledSince(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.many(
      z.object({ id: z.string() }),
      `select d.provider_id as id from payments.difference d
        where d.about = 'cash' and d.status = 'open'
          and (exists (select from payments.cash_due c where c.id::text = d.provider_id and c.status = 'remitted')
            or exists (select from payments.remittance r
                        where r.provider_id = d.provider_id and r.courier = d.provider and r.matched_paise = r.amount_paise))
        limit $1`,
      [limit],
    );
    return rows.map((found) => found.id);
  }

  /** Collected before that time and not brought to us, or not all of it. */
  late(tx: Tx, before: Date, limit: number): Promise<CashDue[]> {
    return tx.many(
      row,
      `select ${columns} from payments.cash_due
        where status = 'collected' and (collected_at <= $1 or remitted_paise > 0) order by collected_at, id limit $2`,
      [before, limit],
    );
  }
}
