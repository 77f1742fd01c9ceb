import { Injectable } from '@nestjs/common';
import { assert } from '#platform/kernel';
import type { Bp, Paise } from '#platform/money';
import { isParameterKey, PolicyQuery, type GstRate } from '#policy';
import type { GstStatus } from '#sellers';
import { taxOnTop, taxWithin, type LineTax } from '../domain/line-tax.js';
import { rateOf } from '../domain/rate-of.js';
import { chargesTax, supplyBetween } from '../domain/supply.js';

/** A line of goods of one maker, as it will stand on her invoice. Amounts in paise. */
export interface GoodsLine {
  /** Row of the rate register, without `gst.rate.`: 'fabric'. */
  gstRateKey: string;
  /** What the pieces cost together, discounts taken off. */
  value_paise: Paise;
  /** The line's share of what the maker charges for sending it: it follows the goods. @rule */
  freight_paise: Paise;
  pieces: number;
}

/** Who sells what to where, and when. */
export interface Deal {
  at: Date;
  seller: { stateCode: string; gstStatus: GstStatus | null };
  /** State of the place of supply, `IN-UP`. */
  toState: string;
  /** Whether the values hold their tax, as prices of the shop and of public purchase do (decision 0135). */
  holdsTax: boolean;
}

export interface QuotedTax extends LineTax {
  /** 0 where the maker charges no tax. */
  rate_bp: Bp;
}

@Injectable()
export class QuoteTax {
  constructor(private readonly policy: PolicyQuery) {}

  /**
   * The tax of each line by the rates of that day, in the order of the lines; `taxable + parts` is what the line costs.
   * @rule     
   */
  of(lines: readonly GoodsLine[], deal: Deal): QuotedTax[] {
    const supply = supplyBetween(deal.seller.stateCode, deal.toState);
    return lines.map((line) => {
      const rate_bp = chargesTax(deal.seller.gstStatus)
        ? rateOf(this.tiers(line.gstRateKey, deal.at), { ...line, holdsTax: deal.holdsTax })
        : 0;
      const whole_paise = line.value_paise + line.freight_paise;
      return { rate_bp, ...(deal.holdsTax ? taxWithin : taxOnTop)(whole_paise, rate_bp, supply) };
    });
  }

  private tiers(gstRateKey: string, at: Date): GstRate['tiers'] {
    const key = `gst.rate.${gstRateKey}`;
    assert(isParameterKey(key), 'goods are on sale under a rate of the register');
    return (this.policy.at(key, at) as GstRate).tiers;
  }
}
