import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { fetchOutside } from '#platform/observability';
import { FundsRefused, type BillPayment, type FundsRail } from '../ports/funds.js';
import { procurementConfig } from '../procurement.config.js';

const timeout_ms = 10_000;

const blockAnswer = z.object({ id: z.string() });
const refusal = z.object({ error: z.object({ code: z.string() }) }).catch({ error: { code: 'refused' } });
const payment = z
  .object({
    id: z.string(),
    status: z.enum(['processing', 'paid', 'partly_paid', 'refused']),
    reason: z.string().nullable(),
    advice: z.object({ voucher_no: z.string(), utr: z.string(), paid_paise: z.int() }).nullable(),
  })
  .transform(({ id, status, reason, advice }): BillPayment => ({
    paymentId: id,
    status,
    reason,
    advice: advice && { voucher: advice.voucher_no, utr: advice.utr, paid_paise: BigInt(advice.paid_paise) },
  }));

const paymentsOfBill = z.object({ payments: z.array(z.object({ id: z.string(), idempotencyKey: z.string() })) });

/** The rail knows the key already: from another wording of the same request, or from one still at work. */
class KeyKnown extends Error {}

/** The payer's rail over JSON; the simulator speaks the same. */
@Injectable()
export class HttpFundsRail implements FundsRail {
  async block(order: Parameters<FundsRail['block']>[0]): Promise<string | null> {
    if (order.rail === 'treasury') return null;
    const answer = await this.call('POST', '/blocks', {
      idempotencyKey: order.key,
      rail: order.rail,
      account: order.budgetHead,
      amount_paise: Number(order.amount_paise),
      reference: order.reference,
    });
    return blockAnswer.parse(answer).id;
  }

  async pay(order: Parameters<FundsRail['pay']>[0]): Promise<BillPayment> {
    const { holder, accountNumber, ifsc } = order.beneficiary;
    const wanted = {
      idempotencyKey: order.key,
      rail: order.rail,
      block: order.block,
      bill_no: order.billNumber,
      gross_paise: Number(order.gross_paise),
      deductions: order.deductions.map(({ code, amount_paise }) => ({ code, amount_paise: Number(amount_paise) })),
      beneficiary: { name: holder, account: accountNumber, ifsc },
    };
    try {
      // The key's first answer is repeated word for word, so the present state is asked for.
      return await this.status(z.object({ id: z.string() }).parse(await this.call('POST', '/payments', wanted)).id);
    } catch (error) {
      if (!(error instanceof KeyKnown)) throw error;
      // The seller's account may have changed since a call whose answer never came: what that call did counts, once (S-7).
      const known = await this.find(order);
      if (known === null)
        throw new Error("the payer's rail knows the key, but no payment of this bill under it", { cause: error });
      return known;
    }
  }

  async find({ billNumber, key }: { billNumber: string; key: string }): Promise<BillPayment | null> {
    const answer = await this.call('GET', `/payments?bill_no=${encodeURIComponent(billNumber)}`);
    const known = paymentsOfBill.parse(answer).payments.find((each) => each.idempotencyKey === key);
    return known === undefined ? null : this.status(known.id);
  }

  async status(paymentId: string): Promise<BillPayment> {
    return payment.parse(await this.call('GET', `/payments/${encodeURIComponent(paymentId)}`));
  }

  private async call(method: string, path: string, body?: unknown): Promise<unknown> {
    const settings = procurementConfig();
    const answer = await fetchOutside(
      'funds rail',
      `${method} ${path.split(/[/?]/)[1]}`,
      settings.FUNDS_RAIL_URL + path,
      {
        method,
        headers: { authorization: `Bearer ${settings.FUNDS_RAIL_KEY}`, 'content-type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(timeout_ms),
      },
    );
    if (answer.status === 422) throw new FundsRefused(refusal.parse(await answer.json()).error.code);
    if (answer.status === 409) throw new KeyKnown(`the payer's rail knows this key`);
    if (!answer.ok) throw new Error(`the payer's rail answered ${answer.status}`);
    return answer.json();
  }
}
