import type { Actor } from '#platform/kernel';
import { fail } from './errors.js';
import { fresh_minutes } from './sign-in.js';

/**
 * The second factor was proved in this sign-in within the last 10 minutes of real time.
 * @throws second_factor_needed (403)
 * @rule S-35 STD-8.2
 */
export function assertFreshSecondFactor(actor: Actor, now: Date): void {
  if (actor.kind === 'system') return;
  const age_ms = actor.secondFactorAt === null ? Infinity : now.getTime() - actor.secondFactorAt.getTime();
  if (age_ms > fresh_minutes * 60_000) throw fail('second_factor_needed', { within_minutes: fresh_minutes });
}
