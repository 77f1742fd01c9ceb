import { Injectable } from '@nestjs/common';
import { PostTransfers } from '#ledger';
import { PolicyQuery } from '#policy';
import type { Tx } from '#platform/database';
import { assert, type Cause } from '#platform/kernel';
import { sumPaise, type Paise } from '#platform/money';
import { PayeesQuery, type PayeeFacts } from '#sellers';
import { bearsCollection, feeOf, noFee, paysFees, supplyBetween, WatchTurnover, Withhold, type Fee } from '#tax';
import { DisputeShares } from '../data/dispute-shares.repository.js';
import { EarningHolds } from '../data/earning-holds.repository.js';
import { Earnings, earningOf } from '../data/earnings.repository.js';
import { Cash } from '../data/cash.repository.js';
import { leftOf, Payments } from '../data/payments.repository.js';
import { transfersOf, type EarningParts } from '../domain/earning.js';
import { RunPayouts } from './run-payouts.js';

/** A line of goods as it remained after everything that did not go out or came back. */
export interface KeptLine {
  /** Without tax, freight with it. */
  taxable_paise: Paise;
  /** The register's rate of these goods, whoever sells them. */
  rate_bp: number;
}

/** A sale whose time for returns is over, as it remained; amounts in paise. */
export interface EarnedSale {
  /** What the maker earned it with (an order); one earning per cause. */
  cause: Cause;
  /** The cause that was paid: whose escrow the money leaves (a checkout). */
  paidFor: Cause;
  sellerId: string;
  /** State of the place of supply, `IN-BR`. */
  toState: string;
  /** The maker as she stood when it was sold; absent: as she stands now. */
  stood?: Pick<PayeeFacts, 'stateCode' | 'gstStatus'>;
  /** What the shopper paid for it and was not given back. */
  paid_paise: Paise;
  /** Discounts on it that the platform pays for. */
  coupon_paise: Paise;
  /** The part of it that was asked for sending it, where a courier of ours did: it goes towards what that asks. @rule */
  freight_paise: Paise;
  lines: readonly KeptLine[];
}

export interface SettledEarning {
  earningId: string;
  /** null while it waits for a run. */
  payoutId: string | null;
}

@Injectable()
export class SettleEarning {
  constructor(
    private readonly policy: PolicyQuery,
    private readonly payees: PayeesQuery,
    private readonly withhold: Withhold,
    private readonly watchTurnover: WatchTurnover,
    private readonly payments: Payments,
    private readonly cash: Cash,
    private readonly earnings: Earnings,
    private readonly holds: EarningHolds,
    private readonly shares: DisputeShares,
    private readonly runPayouts: RunPayouts,
    private readonly postTransfers: PostTransfers,
  ) {}

  /**
   * Credits a maker with a sale and books what is kept of it: the platform's charge with its tax, tax collected at source,
   * income tax, and what the courier gets. Coupons of the platform are paid out of its own account, not out of escrow.
   * What is left is set on its way to her with her next run, at once when there was none since a cycle ago.
   * Only money that is here is released: not what the shopper's bank asks about or took back; of what it took back the sale
   * bears its share.
   * @returns the same for the same cause however often it is asked; null while the money is in dispute or with the courier, the sale
   *   waits for a decision, or nothing of it remained: ask again when `payments.dispute_won`, `payments.cash_remitted` or
   *   `payments.earning_released` is told
   * @throws seller_unknown (404)
   * @rule       S-9
   */
  async inside(tx: Tx, sale: EarnedSale): Promise<SettledEarning | null> {
    const { cause, sellerId } = sale;
    const payment = await this.payments.lockByCause(tx, sale.paidFor);
    const known = await this.earnings.ofSale(tx, cause);
    if (known) return { earningId: known.id, payoutId: known.payout_id };
    if (payment.state === 'disputed' || payment.state === 'charged_back') return null;
    if (await this.holds.isHeld(tx, cause)) return null;
    if (sale.paid_paise + sale.coupon_paise === 0n) return null;
    // Cash the courier has not brought yet is not here.
    if (payment.method === 'cash_on_delivery' && !(await this.cash.isHere(tx, payment.id, cause))) return null;
    const borne_paise = await this.shares.count(tx, cause, sale.paid_paise);
    const paid_paise = sale.paid_paise - borne_paise;
    assert(paid_paise <= leftOf(payment), 'a maker is credited what was captured');
    await this.payments.take(tx, payment, { released_paise: paid_paise });
    const worked = await this.workOut(tx, sale);
    const parts = { ...worked.parts, paid_paise };
    const basis = borne_paise === 0n ? worked.basis : { ...worked.basis, charged_back_paise: Number(borne_paise) };
    await this.postTransfers.inside(tx, transfersOf(parts, sale));
    const earningId = earningOf(cause);
    const whose = { cause, sellerId, paidForId: sale.paidFor.id, payoutId: null };
    await this.earnings.add(tx, { id: earningId, kind: 'sale', parts, basis, ...whose });
    const payoutId = await this.runPayouts.inside(tx, sellerId);
    return { earningId, payoutId };
  }

  /** Sales of one maker wait for each other here: her year is counted once. */
  private async workOut(tx: Tx, sale: EarnedSale): Promise<{ parts: EarningParts; basis: Record<string, unknown> }> {
    const payee = { ...(await this.payees.of(tx, sale.sellerId)), ...sale.stood };
    const { gstStatus } = payee;
    const supply = supplyBetween(payee.stateCode, sale.toState);
    const gross_paise = sumPaise(sale.lines.map((line) => line.taxable_paise));
    const bearing = sale.lines.filter((line) => bearsCollection(gstStatus, line.rate_bp));
    const taxable_paise = sumPaise(bearing.map((line) => line.taxable_paise));
    const { cause, sellerId } = sale;
    const kept = await this.withhold.inside(tx, {
      ...{ cause, sellerId, payee: payee.payee, supply, gross_paise, taxable_paise },
    });
    await this.watchTurnover.inside(tx, { sellerId, stateCode: payee.stateCode, gstStatus });
    const fee = await this.feeOf(tx, sale, payee);
    const parts = {
      paid_paise: sale.paid_paise,
      coupon_paise: sale.coupon_paise,
      fee_paise: fee.transaction_paise + fee.milestone_paise,
      fee_gst_paise: fee.tax_paise,
      tcs_paise: kept.total_paise - kept.income_tax_paise,
      income_tax_paise: kept.income_tax_paise,
      carriage_paise: sale.freight_paise,
    };
    const basis = {
      ...{ class: payee.class, gst: gstStatus, payee: payee.payee, supply },
      taxable_paise: Number(gross_paise),
      collected_on_paise: Number(taxable_paise),
      tcs_bp: this.policy.at('gst.tcs_bp', tx.now),
      fee_gst_bp: this.policy.at('gst.platform_fee_bp', tx.now),
      milestone_paise: Number(fee.milestone_paise),
    };
    return { parts, basis };
  }

  private async feeOf(tx: Tx, sale: EarnedSale, payee: PayeeFacts): Promise<Fee> {
    if (!paysFees(payee.class, this.policy.at('fee.free_classes', tx.now))) return noFee;
    return feeOf(sale.paid_paise + sale.coupon_paise, await this.earnings.ofYear(tx, sale.sellerId), {
      tariff: this.policy.at('fee.txn', tx.now),
      milestone: this.policy.at('fee.annual_milestone', tx.now),
      tax_bp: this.policy.at('gst.platform_fee_bp', tx.now),
    });
  }
}
