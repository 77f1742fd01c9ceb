import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ServiceKeys } from '#platform/crypto';
import type { Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { AccessTokens } from '../security/access-tokens.js';
import { officer_session_hours, session_days, type Client, type IssuedTokens } from '../domain/sign-in.js';
import { bytes, idRow } from './rows.js';

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
/** The same browser on the same line: who may repeat its own refresh. */
export const clientMark = (client: Client): Buffer => sha256(`${client.address ?? ''}\n${client.userAgent}`);

const presentedRow = z.object({
  session_id: z.uuid(),
  person_id: z.uuid(),
  is_live: z.boolean(),
  second_factor_at: z.date().nullable(),
  spent_at: z.date().nullable(),
  spent_by: bytes.nullable(),
  spent_ago_s: z.coerce.number().nullable(),
});
export type PresentedToken = z.infer<typeof presentedRow>;

const sessionRow = z.object({
  id: z.uuid(),
  client: z.string(),
  address: z.string().nullable(),
  opened_at: z.date(),
  last_used_at: z.date(),
  expires_at: z.date(),
  staff_reason: z.string().nullable(),
});
export type LiveSession = z.infer<typeof sessionRow>;

/** Sign-ins and their refresh tokens. All times are real time. */
@Injectable()
export class Sessions {
  constructor(
    private readonly keys: ServiceKeys,
    private readonly tokens: AccessTokens,
  ) {}

  /** @returns the id of the new session and its first refresh token */
  async open(
    tx: Tx,
    opened: { personId: string; client: Client; secondFactor: boolean; isOfficer: boolean },
  ): Promise<{ sessionId: string; refreshToken: string }> {
    const sessionId = newId();
    await tx.run(
      `insert into identity.session (id, person_id, client, address, opened_at, proved_at, second_factor_at, last_used_at, expires_at)
       select $1, $2, $3, $4, now, now, case when $5 then now end, now, now + make_interval(hours => $6)
         from clock_timestamp() as now`,
      [
        sessionId,
        opened.personId,
        opened.client.userAgent.slice(0, 200),
        opened.client.address,
        opened.secondFactor,
        opened.isOfficer ? officer_session_hours : session_days * 24,
      ],
    );
    const refreshToken = randomBytes(32).toString('base64url');
    await this.addToken(tx, { sessionId, personId: opened.personId, refreshToken });
    return { sessionId, refreshToken };
  }

  /** The token as presented, holding its session's row until commit. */
  async present(tx: Tx, refreshToken: string): Promise<PresentedToken | null> {
    const known = await tx.maybe(
      z.object({ session_id: z.uuid() }),
      `select session_id from identity.refresh_token where token_hash = $1`,
      [sha256(refreshToken)],
    );
    if (!known) return null;
    await tx.run(`select 1 from identity.session where id = $1 for update`, [known.session_id]);
    return tx.maybe(
      presentedRow,
      `select t.session_id, t.person_id, s.second_factor_at, t.spent_at, t.spent_by,
              s.ended_at is null and s.expires_at > clock_timestamp() and p.state = 'active' as is_live,
              extract(epoch from clock_timestamp() - t.spent_at) as spent_ago_s
         from identity.refresh_token t
         join identity.session s on s.id = t.session_id
         join identity.person p on p.id = s.person_id
        where t.token_hash = $1`,
      [sha256(refreshToken)],
    );
  }

  /**
   * What follows a refresh token: a keyed function of it, so that a repeat of the same request gets the same successor
   * and no token is stored that somebody could read.
   */
  successor(refreshToken: string): string {
    return this.keys.hmac('refresh', refreshToken).toString('base64url');
  }

  async spend(tx: Tx, refreshToken: string, presented: PresentedToken, client: Client): Promise<string> {
    const next = this.successor(refreshToken);
    await tx.run(
      `update identity.refresh_token set spent_at = clock_timestamp(), spent_by = $2 where token_hash = $1`,
      [sha256(refreshToken), clientMark(client)],
    );
    await this.addToken(tx, { sessionId: presented.session_id, personId: presented.person_id, refreshToken: next });
    await tx.run(`update identity.session set last_used_at = clock_timestamp() where id = $1`, [presented.session_id]);
    return next;
  }

  live(tx: Tx, personId: string): Promise<LiveSession[]> {
    return tx.many(
      sessionRow,
      `select id, client, address, opened_at, last_used_at, expires_at, staff_reason
         from identity.session
        where person_id = $1 and ended_at is null and expires_at > clock_timestamp()
        order by id desc limit 100`,
      [personId],
    );
  }

  /** Ends one live session of a person. @returns whether there was one */
  async end(tx: Tx, sessionId: string, personId: string, reason: string): Promise<boolean> {
    const ended = await tx.run(
      `update identity.session set ended_at = clock_timestamp(), end_reason = $3
        where id = $1 and person_id = $2 and ended_at is null`,
      [sessionId, personId, reason],
    );
    return ended === 1;
  }

  /** Ends all live sessions of a person but one. @returns those ended @rule S-37 I-14 */
  async endAll(tx: Tx, personId: string, reason: string, exceptId: string | null = null): Promise<string[]> {
    const rows = await tx.many(
      idRow,
      `update identity.session set ended_at = clock_timestamp(), end_reason = $2
        where person_id = $1 and ended_at is null and id is distinct from $3 returning id`,
      [personId, reason, exceptId],
    );
    return rows.map((row) => row.id);
  }

  /** Signs the access token that goes with a refresh token. Called after commit: signing needs no transaction. */
  async issued(
    session: { sessionId: string; personId: string; refreshToken: string },
    secondFactor: IssuedTokens['secondFactor'],
  ): Promise<IssuedTokens> {
    const access = await this.tokens.issue(session.personId, session.sessionId);
    return {
      sessionId: session.sessionId,
      accessToken: access.token,
      accessExpiresAt: access.expiresAt.toISOString(),
      refreshToken: session.refreshToken,
      secondFactor,
    };
  }

  private async addToken(tx: Tx, token: { sessionId: string; personId: string; refreshToken: string }): Promise<void> {
    await tx.run(
      `insert into identity.refresh_token (token_hash, session_id, person_id, issued_at)
       values ($1, $2, $3, clock_timestamp())`,
      [sha256(token.refreshToken), token.sessionId, token.personId],
    );
  }
}
