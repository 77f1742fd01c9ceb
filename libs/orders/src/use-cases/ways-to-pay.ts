import { Injectable } from '@nestjs/common';
import { ChooseCourier } from '#fulfilment';
import type { PaymentMethod } from '#payments';
import type { Tx } from '#platform/database';
import type { DomainError } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { weightOf } from '../domain/carriage.js';
import { refusalOfCash } from '../domain/cash.js';
import { fail } from '../domain/order.errors.js';
import type { PricedOrder } from '../domain/line-parts.js';

@Injectable()
export class WaysToPay {
  constructor(
    private readonly policy: PolicyQuery,
    private readonly chooseCourier: ChooseCourier,
  ) {}

  /** How what was quoted can be paid by who asks: told before she orders. @rule SM-4 */
  of(tx: Tx, orders: readonly PricedOrder[], pincode: string): PaymentMethod[] {
    return this.refusalOfCash(tx, orders, pincode) === null ? ['online', 'cash_on_delivery'] : ['online'];
  }

  /** @throws cash_needs_account · cash_over_limit · cash_not_at_pincode · cash_not_of_maker */
  assertCash(tx: Tx, orders: readonly PricedOrder[], pincode: string): void {
    const refusal = this.refusalOfCash(tx, orders, pincode);
    if (refusal !== null) throw refusal;
  }

  private refusalOfCash(tx: Tx, orders: readonly PricedOrder[], pincode: string): DomainError | null {
    if (tx.actor.kind === 'guest') return fail('cash_needs_account');
    const refusal = refusalOfCash(orders, pincode, {
      max_paise: this.policy.at('cod.max_paise', tx.now),
      notToPins: this.policy.at('cod.not_to_pins', tx.now),
      notFromMakers: this.policy.at('cod.not_from_makers', tx.now),
    });
    if (refusal !== null) return refusal;
    return orders.every((order) => this.isCollected(tx, order, pincode))
      ? null
      : fail('cash_not_at_pincode', { pincode });
  }

  /** Whether a courier of ours brings it there and collects. */
  private isCollected(tx: Tx, order: PricedOrder, shopperPincode: string): boolean {
    const parcel = { makerPincode: order.seller.pincode, shopperPincode, weight_g: weightOf(order.lines) };
    return this.chooseCourier.of({ ...parcel, how: 'cash' }, tx.now).length > 0;
  }
}
