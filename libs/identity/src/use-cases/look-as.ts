import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork } from '#platform/database';
import { assert, assertFreshSecondFactor, newId } from '#platform/kernel';
import { AccessTokens } from '../security/access-tokens.js';
import { securityEvent } from '../security/security-log.js';
import { Persons } from '../data/persons.repository.js';
import { fail } from '../domain/errors.js';
import { StaffLooked } from '../domain/events.js';
import { access_minutes, type Client } from '../domain/sign-in.js';

/** Longest staff sign-in; without a refresh token it ends with its access token. @rule S-45 */
const staff_minutes = 30;

@Injectable()
export class LookAs {
  constructor(
    private readonly work: UnitOfWork,
    private readonly persons: Persons,
    private readonly tokens: AccessTokens,
  ) {}

  /**
   * Lets a member of staff see what a person sees: with a reason, for at most 30 minutes, reading only. The person finds
   * it among their sign-ins and in the log of what others did in their name.
   * @throws person_not_found (404), second_factor_needed (403)
   * @rule S-45
   */
  async run(
    personId: string,
    reason: string,
    client: Client,
  ): Promise<{ accessToken: string; accessExpiresAt: string }> {
    const sessionId = newId();
    await this.work.run(async (tx) => {
      const staffId = tx.actor.personId;
      assert(staffId !== null, 'a member of staff is a person');
      assertFreshSecondFactor(tx.actor, new Date());
      if (staffId === personId) throw fail('second_person_needed', { why: 'nobody needs this for their own account' });
      await seeingAll(tx, async () => {
        const person = await this.persons.lock(tx, personId);
        if (person?.state !== 'active') throw fail('person_not_found');
        await tx.run(
          `insert into identity.session (id, person_id, client, address, opened_at, proved_at, last_used_at, expires_at,
                                         staff_id, staff_reason)
           select $1, $2, $3, $4, now, now, now, now + make_interval(mins => $5), $6, $7 from clock_timestamp() as now`,
          [sessionId, personId, 'staff', client.address, Math.min(staff_minutes, access_minutes), staffId, reason],
        );
      });
      tx.audit({ action: 'person.looked_at', object: { kind: 'person', id: personId }, reason });
      tx.emit(StaffLooked, { personId, staffId });
      securityEvent('impersonation', { person_id: personId, staff_id: staffId });
    });
    const { token, expiresAt } = await this.tokens.issue(personId, sessionId);
    return { accessToken: token, accessExpiresAt: expiresAt.toISOString() };
  }
}
