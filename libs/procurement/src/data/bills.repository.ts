import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { paiseColumn } from '#platform/money';
import { billStates, type BillState } from '../bill/bill.states.js';
import { fail } from '../procurement.errors.js';
import { nextRailCheck } from '../rail-checks.js';

const columns = `id, number, contract_id, office_id, seller_id, state, gross_paise, damages_paise, net_paise, late_days, raised_by,
                 certified_by, sent_by, payment_attempt, payment_id, refusal, voucher, utr, pay_by, made_at, paid_at`;

const billRow = z.object({
  id: z.uuid(),
  number: z.string(),
  contract_id: z.uuid(),
  office_id: z.uuid(),
  seller_id: z.uuid(),
  state: z.enum(billStates.names as [BillState]),
  gross_paise: paiseColumn,
  damages_paise: paiseColumn,
  net_paise: paiseColumn,
  late_days: z.number(),
  raised_by: z.uuid(),
  certified_by: z.uuid().nullable(),
  sent_by: z.uuid().nullable(),
  payment_attempt: z.number(),
  payment_id: z.string().nullable(),
  refusal: z.string().nullable(),
  voucher: z.string().nullable(),
  utr: z.string().nullable(),
  pay_by: z.date(),
  made_at: z.date(),
  paid_at: z.date().nullable(),
});
export type Bill = z.infer<typeof billRow>;

type Written = Pick<
  Bill,
  'certified_by' | 'sent_by' | 'payment_attempt' | 'payment_id' | 'refusal' | 'voucher' | 'utr' | 'paid_at'
>;

@Injectable()
export class Bills {
  /** The bill, its row held; another office's is not there (S-42). @throws bill_not_found */
  async lock(tx: Tx, id: string): Promise<Bill> {
    const found = await tx.maybe(billRow, `select ${columns} from procurement.bill where id = $1 for update`, [id]);
    if (!found) throw fail('bill_not_found');
    return found;
  }

  async find(tx: Tx, id: string): Promise<Bill> {
    const found = await tx.maybe(billRow, `select ${columns} from procurement.bill where id = $1`, [id]);
    if (!found) throw fail('bill_not_found');
    return found;
  }

  /** The bill of a contract, if one is raised. */
  ofContract(tx: Tx, contractId: string): Promise<Bill | null> {
    return tx.maybe(billRow, `select ${columns} from procurement.bill where contract_id = $1`, [contractId]);
  }

  /** Moves the bill along its states, with what the step writes beside the state. */
  async move(
    tx: Tx,
    bill: Bill,
    by: Parameters<typeof billStates.next>[1],
    also: Partial<Written> = {},
  ): Promise<Bill> {
    const moved = { ...bill, ...also, state: billStates.next(bill.state, by) };
    await tx.run(
      `update procurement.bill
          set state = $2, certified_by = $3, sent_by = $4, payment_id = $5, refusal = $6, voucher = $7, utr = $8, paid_at = $9,
              payment_attempt = $10, check_at = $11
        where id = $1`,
      [
        bill.id,
        moved.state,
        moved.certified_by,
        moved.sent_by,
        moved.payment_id,
        moved.refusal,
        moved.voucher,
        moved.utr,
        moved.paid_at,
        moved.payment_attempt,
        moved.state === 'sent' ? nextRailCheck(tx.now) : null,
      ],
    );
    tx.audit({
      action: `procurement.bill.${by}`,
      object: { kind: 'bill', id: bill.id },
      before: { state: bill.state },
      after: { state: moved.state },
      reason: also.refusal ?? undefined,
    });
    return moved;
  }
}
