import { Injectable } from '@nestjs/common';
import { PolicyQuery } from '#policy';
import { carriageBackFor, type ReturnReason } from '../domain/return-request.js';

@Injectable()
export class CarriageBack {
  constructor(private readonly policy: PolicyQuery) {}

  /** Reasons for which the carriage of an order comes back with its goods, by the rules of the day it was ordered. @rule SM-4 */
  reasons(orderedAt: Date): ReturnReason[] {
    return carriageBackFor(this.policy.at('returns.carriage_back_for', orderedAt));
  }

  /** Whether it does for this reason. */
  goesBack(reason: ReturnReason, order: { made_at: Date }): boolean {
    return this.reasons(order.made_at).includes(reason);
  }
}
