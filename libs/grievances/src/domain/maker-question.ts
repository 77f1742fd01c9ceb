import { fail } from './complaint.errors.js';

/** How a question to a maker stands; that it is over follows from its moments. */
export interface Asked {
  answer_by: Date;
  answered_at: Date | null;
  /** Her time is over without a word, or the complaint was decided before. */
  ended_at: Date | null;
}

/** From its last moment on it is over, also in the seconds before the clock has come round. @rule */
export const isAwaited = (one: Asked, now: Date): boolean =>
  one.answered_at === null && one.ended_at === null && now < one.answer_by;

/** @throws question_answered, question_over (409) @rule */
export function assertAwaited(one: Asked, now: Date): void {
  if (one.answered_at !== null) throw fail('question_answered');
  if (!isAwaited(one, now)) throw fail('question_over');
}
