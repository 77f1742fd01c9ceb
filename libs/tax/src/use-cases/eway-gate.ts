import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { EWayBills } from '../data/eway-bills.repository.js';
import { kindOf } from '../domain/document.js';
import { supplyBetween } from '../domain/supply.js';
import type { SuppliedGoods } from './issue-document.js';

/** Whether goods may leave their maker. */
@Injectable()
export class EWayGate {
  constructor(private readonly bills: EWayBills) {}

  /** Goods of a paper that was issued: they need an e-way bill and it has no number yet. @rule SM-5 */
  isMissing(tx: Tx, cause: Cause): Promise<boolean> {
    return this.bills.isMissing(tx, cause);
  }

  /** Goods without a paper yet: they will need one. @rule */
  willNeed(tx: Tx, { sellerGst: seller_gst, fromState, toState, lines }: SuppliedGoods): boolean {
    const supply = supplyBetween(fromState, toState);
    const goods = { kind: kindOf(seller_gst, lines), supply, seller_gst, from_state: fromState };
    return this.bills.whyOf(tx, goods, lines) !== null;
  }
}
