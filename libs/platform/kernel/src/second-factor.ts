import type { Actor } from './actor.js';
import { domainErrors } from './domain-error.js';

/** Age, in minutes of real time, of a second factor for acts that need a fresh one. @rule S-35 STD-8.2 */
export const fresh_minutes = 10;

const { fail } = domainErrors('platform', {
  second_factor_needed: {
    status: 403,
    rule: 'S-35',
    says: (f: { within_minutes: number | null }) =>
      f.within_minutes === null
        ? 'Your account may do this, but only after you gave the code of your authenticator app.'
        : `This needs a code of yours given in the last ${f.within_minutes} minutes.`,
    next: 'Send the code to POST /v1/auth/sessions/current/second-factor and repeat the request.',
  },
});

/** The permission is held, but locked until the second factor is proved in this sign-in. */
export const secondFactorMissing = (): Error => fail('second_factor_needed', { within_minutes: null });

/**
 * The caller proved a second factor in this sign-in within the last 10 minutes. The system's own work needs none.
 * @param now  real time
 * @throws second_factor_needed (403)
 * @rule S-35 STD-8.2
 */
export function assertFreshSecondFactor(actor: Actor, now: Date): void {
  if (actor.kind === 'system') return;
  const age_ms = actor.secondFactorAt === null ? Infinity : now.getTime() - actor.secondFactorAt.getTime();
  if (age_ms > fresh_minutes * 60_000) throw fail('second_factor_needed', { within_minutes: fresh_minutes });
}
