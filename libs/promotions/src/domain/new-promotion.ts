import { daysAfter } from '#platform/time';
import type { Paise } from '#platform/money';
import { fail } from './promotion.errors.js';

export interface NewPromotion {
  code: string | null;
  title: string;
  gives:
    | { kind: 'percent'; value_bp: number; cap_paise: Paise | null }
    | { kind: 'amount'; amount_paise: Paise }
    | { kind: 'buy_x_get_y'; buy: number; free: number };
  min_paise: Paise;
  stacks: boolean;
  startsAt: Date;
  endsAt: Date;
  uses_max: number | null;
  per_person_max: number;
}

const longest_days = 366;
/** A reduction leaves something to pay: an order of nothing is no order. */
const most_bp = 9_000;

/**
 * Whether such a promotion can be given. What the platform pays for has an end in money: so many times, so much each.
 * @throws promotion_unfit
 */
export function assertFit(wanted: NewPromotion, fundedBy: 'maker' | 'platform', now: Date): void {
  const { gives, startsAt, endsAt } = wanted;
  const faults = [
    endsAt <= startsAt || endsAt <= now ? 'it ends before it begins' : null,
    endsAt > daysAfter(startsAt, longest_days) ? `it lasts longer than ${longest_days} days` : null,
    gives.kind === 'percent' && gives.value_bp > most_bp ? 'it takes off more than nine tenths' : null,
    gives.kind === 'buy_x_get_y' && gives.free > gives.buy ? 'it gives more pieces than are bought' : null,
    gives.kind === 'amount' && wanted.min_paise * 9n < gives.amount_paise * 10n
      ? 'goods from which it counts must be worth a ninth more than it takes off'
      : null,
    fundedBy === 'platform' && wanted.uses_max === null ? 'the platform gives only so many times' : null,
    fundedBy === 'platform' && gives.kind === 'buy_x_get_y' ? 'the platform gives money, no pieces' : null,
    fundedBy === 'platform' && gives.kind === 'percent' && gives.cap_paise === null
      ? 'what the platform takes off an order has a limit'
      : null,
  ];
  const why = faults.find((fault) => fault !== null);
  if (why) throw fail('promotion_unfit', { why });
}
