import { final } from '#platform/kernel';

/** `growing`: the money is not back yet; `owed`: it is, and nobody has paid what the days cost. */
export const compensationStates = ['growing', 'owed', 'paid'] as const;
export type CompensationState = (typeof compensationStates)[number];

/** While it grows the refund itself is waited for, by the alarms of its own state. */
export const compensationWaits = {
  table: {
    owed: {
      waitsFor: 'payments desk',
      on: { pay: 'paid' },
      alarms: ['refund.manual_alarm_hours', 'payments desk', 'R-8.6'],
    },
    paid: final,
  },
} as const;

const day_ms = 86_400_000;

/**
 * Days that a refund is or was late: each that was begun after the promised moment counts, at that moment itself none.
 * @param until  when the money was back, or now
 * @returns whole days, ≥ 0
 * @rule
 */
export const lateDays = (due: Date, until: Date): number =>
  Math.max(0, Math.ceil((until.getTime() - due.getTime()) / day_ms));

/** The moment after which one day more is counted than `days`. */
export const nextLateDay = (due: Date, days: number): Date => new Date(due.getTime() + days * day_ms);
