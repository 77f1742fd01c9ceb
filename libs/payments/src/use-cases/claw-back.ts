import { Injectable } from '@nestjs/common';
import { platformOwner, PostTransfers, type Account } from '#ledger';
import type { Tx } from '#platform/database';
import { assert, namedId, type Cause } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { TakeBack } from '#tax';
import { Earnings, type Earned } from '../data/earnings.repository.js';
import { Payments } from '../data/payments.repository.js';
import { noDeductions } from '../domain/earning.js';
import { ClawedBack } from '../domain/payment.events.js';

/** A sale that is undone after it was credited. */
export interface UndoneSale {
  /** The caller's key (`namedId`), one per reason; the same again changes nothing. */
  id: string;
  /** The cause the maker earned it with (an order). */
  cause: Cause;
  /** Of what the shopper paid: it is in her escrow again, for `RequestRefund`. */
  paid_paise: Paise;
  /** Of what the platform added for its coupons. */
  coupon_paise: Paise;
  /** True when the goods came back: then there was no supply. Where they stayed a bank's decision takes money, and the sale stands. */
  cameBack: boolean;
}

@Injectable()
export class ClawBack {
  constructor(
    private readonly payments: Payments,
    private readonly earnings: Earnings,
    private readonly takeBack: TakeBack,
    private readonly postTransfers: PostTransfers,
  ) {}

  /**
   * Takes back from a maker what she was credited with: goods came back after the time for returns, or the shopper's bank
   * took money back. What she has not is
   * made up for by later sales, never by the shopper. What was kept of goods that came back for the government is hers again.
   * @rule   S-9
   */
  async inside(tx: Tx, undone: UndoneSale): Promise<void> {
    const sale = await this.earnings.earned(tx, undone.cause);
    assert(sale?.paid_for_id, 'only what was credited is taken back');
    const payment = await this.payments.lockByCause(tx, { kind: 'checkout', id: sale.paid_for_id });
    if (await this.earnings.has(tx, undone.id)) return;
    const left = await this.earnings.earned(tx, undone.cause);
    assert(left && undone.paid_paise <= left.paid_paise, 'no more is taken back than was credited');
    assert(undone.coupon_paise <= left.coupon_paise, 'no more of a coupon is taken back than was given');
    await this.payments.take(tx, payment, { released_paise: -undone.paid_paise });
    await this.post(tx, undone, left, { code: 'buyer_escrow', owner: sale.paid_for_id });
  }

  private async post(tx: Tx, undone: UndoneSale, sale: Earned, to: Account): Promise<void> {
    const { id, cause, paid_paise, coupon_paise } = undone;
    const debit = { code: 'seller_payable', owner: sale.seller_id } as const;
    const all = { debit, why: 'claw_back', cause } as const;
    const coupons = { code: 'coupon_cost', owner: platformOwner } as const;
    await this.postTransfers.inside(
      tx,
      [
        { ...all, id: namedId('claw back', id), credit: to, amount_paise: paid_paise },
        { ...all, id: namedId('claw back coupon', id), credit: coupons, amount_paise: coupon_paise },
      ].filter((transfer) => transfer.amount_paise > 0n),
    );
    const given = undone.cameBack ? await this.giveBack(tx, undone, sale) : noTax;
    const parts = {
      ...{ ...noDeductions, paid_paise: -paid_paise, coupon_paise: -coupon_paise },
      ...{ tcs_paise: -given.tcs_paise, income_tax_paise: -given.income_tax_paise },
    };
    const whose = { sellerId: sale.seller_id, paidForId: sale.paid_for_id, payoutId: null };
    await this.earnings.add(tx, { id, kind: 'claw_back', cause, parts, basis: {}, ...whose });
    const amount_paise = Number(paid_paise + coupon_paise);
    tx.audit({ action: 'payments.claw_back', object: { kind: cause.kind, id: cause.id }, after: { amount_paise } });
    tx.emit(ClawedBack, { sellerId: sale.seller_id, cause, amount_paise });
  }

  /** What was kept of these goods for the government is hers again. @rule  */
  private async giveBack(tx: Tx, undone: UndoneSale, sale: Earned): Promise<typeof noTax> {
    const { id, cause } = undone;
    const part = {
      whole_paise: sale.credited_paise,
      before_paise: sale.credited_paise - sale.paid_paise - sale.coupon_paise,
      now_paise: undone.paid_paise + undone.coupon_paise,
    };
    const { total_paise, income_tax_paise } = await this.takeBack.inside(tx, {
      id,
      cause,
      sellerId: sale.seller_id,
      part,
    });
    const given = { tcs_paise: total_paise - income_tax_paise, income_tax_paise };
    const all = { credit: { code: 'seller_payable', owner: sale.seller_id }, cause } as const;
    const parts = [
      { why: 'tcs', code: 'tcs_collected', amount_paise: given.tcs_paise },
      { why: 'income_tax', code: 'income_tax_withheld', amount_paise: given.income_tax_paise },
    ] as const;
    await this.postTransfers.inside(
      tx,
      parts
        .filter((one) => one.amount_paise > 0n)
        .map(({ why, code, amount_paise }) => ({
          ...{ ...all, id: namedId('given back', why, id), why, amount_paise },
          debit: { code, owner: platformOwner },
        })),
    );
    return given;
  }
}

const noTax = { tcs_paise: 0n, income_tax_paise: 0n };
