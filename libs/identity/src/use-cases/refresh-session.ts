import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { securityEvent } from '../security/security-log.js';
import { SecondFactors } from '../data/second-factors.repository.js';
import { clientMark, Sessions, type PresentedToken } from '../data/sessions.repository.js';
import { asSystem } from '../data/system-scope.js';
import { fail } from '../domain/errors.js';
import { SessionRevoked } from '../domain/events.js';
import { refresh_grace_s, type Client, type IssuedTokens } from '../domain/sign-in.js';

@Injectable()
export class RefreshSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly secondFactors: SecondFactors,
  ) {}

  /**
   * Trades a refresh token for its successor. A spent one that comes back ends the whole sign-in and tells its owner;
   * only the same client repeating itself within 10 s gets the same successor again.
   * @throws credential_refused (401)
   * @rule S-37
   */
  async run(refreshToken: string, client: Client): Promise<IssuedTokens & { personId: string }> {
    return asSystem(async () => {
      const outcome = await this.work.run((tx) => this.decide(tx, refreshToken, client));
      if (outcome === null) throw fail('credential_refused');
      const { presented, next, secondFactor } = outcome;
      const session = { sessionId: presented.session_id, personId: presented.person_id, refreshToken: next };
      return { ...(await this.sessions.issued(session, secondFactor)), personId: presented.person_id };
    });
  }

  /** Returns null instead of throwing: the end of a stolen family has to be committed. */
  private async decide(tx: Tx, refreshToken: string, client: Client) {
    const presented = await this.sessions.present(tx, refreshToken);
    if (!presented?.is_live) return null;
    const secondFactor = await this.secondFactor(tx, presented);
    if (presented.spent_at === null) {
      const next = await this.sessions.spend(tx, refreshToken, presented, client);
      return { presented, next, secondFactor };
    }
    const isRepeat = presented.spent_ago_s! <= refresh_grace_s && presented.spent_by?.equals(clientMark(client));
    if (isRepeat) return { presented, next: this.sessions.successor(refreshToken), secondFactor };
    await this.sessions.end(tx, presented.session_id, presented.person_id, 'refresh_reused');
    const ids = { personId: presented.person_id, sessionId: presented.session_id };
    tx.emit(SessionRevoked, { ...ids, why: 'refresh_reused' });
    tx.audit({ action: 'session.revoked', object: { kind: 'person', id: ids.personId }, reason: 'refresh_reused' });
    securityEvent('refresh_reused', { person_id: ids.personId, session_id: ids.sessionId });
    return null;
  }

  private async secondFactor(tx: Tx, presented: PresentedToken): Promise<IssuedTokens['secondFactor']> {
    if (presented.second_factor_at !== null) return 'proved';
    return (await this.secondFactors.stateOf(tx, presented.person_id)) === 'confirmed' ? 'needed' : 'none';
  }
}
