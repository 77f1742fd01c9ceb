import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/kernel';
import { AccessTokens } from '../security/access-tokens.js';
import { securityEvent } from '../security/security-log.js';
import { environmentTag } from '../config.js';
import { DelegationFactsQuery } from '../data/delegation-facts.query.js';
import { KeyFactsQuery } from '../data/key-facts.query.js';
import { Guests } from '../data/guests.repository.js';
import { SessionFacts, type Facts } from '../data/session-facts.query.js';
import { looksLikeKey, readKey } from '../domain/api-key.js';
import { delegatedPermissions } from '../domain/delegation.js';
import { fail } from '../domain/errors.js';
import { guestActor } from '../domain/guest.js';
import { permissionsOf } from '../domain/permissions.js';
import { chooseStanding, type Wish } from '../domain/standing.js';

/** What a request shows of its sender. */
export interface Presented extends Wish {
  credential: string;
  /** The delegation acted under, if any. */
  delegationId: string | null;
  address: string | null;
  /** The request changes nothing. */
  isRead: boolean;
}

@Injectable()
export class IdentifyCaller {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly facts: SessionFacts,
    private readonly keys: KeyFactsQuery,
    private readonly delegations: DelegationFactsQuery,
    private readonly guests: Guests,
  ) {}

  /**
   * Who sends a request. What they may do is what holds now, at most 2 s ago, not what held when a token was signed.
   * @throws credential_refused (401), not_your_organisation, delegation_not_found, staff_reads_only
   * @rule S-36 S-37 S-39 S-40
   */
  async run(presented: Presented): Promise<Actor> {
    if (looksLikeKey(presented.credential)) return this.byKey(presented);
    const person = await this.byToken(presented.credential, presented);
    if (person.delegateId !== null && !presented.isRead) throw fail('staff_reads_only');
    return presented.delegationId === null ? person : this.inTheNameOf(person, presented.delegationId);
  }

  /** @throws credential_refused (401), not_your_organisation (403) @rule S-36 */
  async byToken(token: string, wish: Wish): Promise<Actor> {
    const claims = await this.tokens.check(token);
    if (claims === null) throw refused('token');
    const facts = await this.facts.of(claims.sessionId);
    if (!facts?.is_live || facts.person_id !== claims.personId) throw refused('session');
    return personOf(claims.sessionId, facts, wish);
  }

  /** A shopper without an account, by what she was given when she began. @throws guest_refused (401) @rule S-36 S-40 */
  async byGuestToken(token: string): Promise<Actor> {
    const guestId = await this.guests.idOf(token);
    if (guestId === null) {
      securityEvent('token_refused', { why: 'guest' });
      throw fail('guest_refused');
    }
    return guestActor(guestId);
  }

  /** Whose token a guest's is; null when it is nobody's, or over. */
  guestOf(token: string): Promise<string | null> {
    return this.guests.idOf(token);
  }

  /** A key acts for its organisation, with its scopes as far as the person who made it still may. @rule S-39 */
  private async byKey({ credential, address }: Presented): Promise<Actor> {
    const key = readKey(credential, environmentTag());
    const facts = key && (await this.keys.of(key));
    const isHere = facts && (facts.addresses.length === 0 || (address !== null && facts.addresses.includes(address)));
    if (!key || !facts?.is_live || !isHere) {
      securityEvent('key_refused', { key_id: key?.id ?? null });
      throw fail('credential_refused');
    }
    await this.keys.noteUse(key, facts);
    const standing = chooseStanding(facts.grants, { organisationId: facts.organisation_id, postId: null });
    const roles = standing?.roles ?? [];
    const own = permissionsOf(roles, true);
    return {
      kind: 'machine',
      personId: facts.made_by,
      organisationId: facts.organisation_id,
      postId: null,
      roles,
      permissions: new Set(standing === null ? [] : facts.scopes.filter((scope) => own.has(scope))),
      sessionId: null,
      secondFactorAt: null,
      delegateId: null,
      label: `key ${key.id}`,
    };
  }

  /** Assisted mode: the delegate signs in as herself and acts for the maker; each line of the audit names both. */
  private async inTheNameOf(delegate: Actor, delegationId: string): Promise<Actor> {
    const facts = await this.delegations.of(delegationId);
    if (!facts?.is_live || facts.delegate_person_id !== delegate.personId) throw fail('delegation_not_found');
    const roles = chooseStanding(facts.grants, { organisationId: facts.organisation_id, postId: null })?.roles ?? [];
    return {
      ...delegate,
      personId: facts.maker_person_id,
      organisationId: facts.organisation_id,
      postId: null,
      roles,
      permissions: delegatedPermissions(facts.scope, roles),
      lockedPermissions: undefined,
      secondFactorAt: facts.own_code_at,
      delegateId: delegate.personId,
      label: `delegate ${delegate.personId} for ${facts.maker_person_id}`,
    };
  }
}

function personOf(sessionId: string, facts: Facts, wish: Wish): Actor {
  const standing = chooseStanding(facts.grants, wish);
  if (standing === null) throw fail('not_your_organisation');
  const isProved = facts.second_factor_at !== null;
  return {
    kind: 'person',
    personId: facts.person_id,
    organisationId: standing.organisationId,
    postId: standing.postId,
    roles: ['shopper', ...standing.roles],
    permissions: permissionsOf(standing.roles, isProved),
    lockedPermissions: isProved ? undefined : permissionsOf(standing.roles, true),
    sessionId,
    secondFactorAt: laterOf(facts.second_factor_at, facts.own_code_at),
    delegateId: facts.staff_id,
    label: `person ${facts.person_id}`,
  };
}

const laterOf = (a: Date | null, b: Date | null): Date | null => (a === null || (b !== null && b > a) ? b : a);

function refused(why: string): Error {
  securityEvent('token_refused', { why });
  return fail('credential_refused');
}
