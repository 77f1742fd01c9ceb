import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/kernel';
import { AccessTokens } from '../adapters/access-tokens.js';
import { securityEvent } from '../adapters/security-log.js';
import { SessionFacts, type Facts } from '../data/session-facts.query.js';
import { fail } from '../domain/errors.js';
import { permissionsOf } from '../domain/permissions.js';
import { chooseStanding, type Wish } from '../domain/standing.js';

@Injectable()
export class IdentifyCaller {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly facts: SessionFacts,
  ) {}

  /**
   * Who sends a request that carries this token, acting as wished. What they may do is what holds now, at most 2 s ago,
   * not what held when the token was signed.
   * @throws credential_refused (401), not_your_organisation (403)
   * @rule S-36 S-37 S-40
   */
  async byToken(token: string, wish: Wish): Promise<Actor> {
    const claims = await this.tokens.check(token);
    if (claims === null) throw refused('token');
    const facts = await this.facts.of(claims.sessionId);
    if (!facts?.is_live || facts.person_id !== claims.personId) throw refused('session');
    return personOf(claims.sessionId, facts, wish);
  }
}

function personOf(sessionId: string, facts: Facts, wish: Wish): Actor {
  const standing = chooseStanding(facts.grants, wish);
  if (standing === null) throw fail('not_your_organisation');
  return {
    kind: 'person',
    personId: facts.person_id,
    organisationId: standing.organisationId,
    postId: standing.postId,
    roles: ['shopper', ...standing.roles],
    permissions: permissionsOf(standing.roles, facts.second_factor_at !== null),
    sessionId,
    secondFactorAt: facts.second_factor_at,
    delegateId: null,
    label: `person ${facts.person_id}`,
  };
}

function refused(why: string): Error {
  securityEvent('token_refused', { why });
  return fail('credential_refused');
}
