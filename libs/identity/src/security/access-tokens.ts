import { Injectable } from '@nestjs/common';
import { SignJWT } from 'jose';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { z } from 'zod';
import { ServiceKeys } from '#platform/crypto';
import { newId } from '#platform/kernel';
import { identityConfig } from '../config.js';
import { access_minutes } from '../domain/sign-in.js';

const algorithm = 'ES256';
const skew_s = 30;

const header = z.object({ alg: z.literal(algorithm), kid: z.uuid() });
const claims = z.object({ sub: z.uuid(), sid: z.uuid(), jti: z.uuid(), exp: z.number(), nbf: z.number() });

/** What a good token says: who, and which sign-in. What they may do is looked up, never carried. */
export interface TokenClaims {
  personId: string;
  sessionId: string;
}

/** What the strategy sees in place of a request: the token, and the key its `kid` names. */
interface Presented {
  headers: { token: string };
  key: string;
}

/** Access tokens: signed here, checked by passport-jwt. @rule S-36 */
@Injectable()
export class AccessTokens {
  private readonly strategy: Strategy;

  constructor(private readonly keys: ServiceKeys) {
    this.strategy = new Strategy(
      {
        jwtFromRequest: ExtractJwt.fromHeader('token'),
        secretOrKeyProvider: (presented: Presented, _token: string, done: (error: null, key: string) => void) =>
          done(null, presented.key),
        algorithms: [algorithm],
        issuer: identityConfig().TOKEN_ISSUER,
        audience: identityConfig().TOKEN_AUDIENCE,
        // oxlint-disable-next-line typescript/no-deprecated -- passport-jwt knows no other way to a clock tolerance
        jsonWebTokenOptions: { clockTolerance: skew_s },
      },
      (payload: unknown, done: (error: unknown, user: unknown) => void) => {
        const read = claims.safeParse(payload);
        done(null, read.success && { personId: read.data.sub, sessionId: read.data.sid });
      },
    );
  }

  /** @returns the token and when it ends, at most `access_minutes` from now */
  async issue(personId: string, sessionId: string): Promise<{ token: string; expiresAt: Date }> {
    const { kid, key } = await this.keys.signingKey();
    const now_s = Math.floor(Date.now() / 1_000);
    const token = await new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: algorithm, kid, typ: 'JWT' })
      .setIssuer(identityConfig().TOKEN_ISSUER)
      .setAudience(identityConfig().TOKEN_AUDIENCE)
      .setSubject(personId)
      .setJti(newId())
      .setIssuedAt(now_s)
      .setNotBefore(now_s)
      .setExpirationTime(now_s + access_minutes * 60)
      .sign(key);
    return { token, expiresAt: new Date((now_s + access_minutes * 60) * 1_000) };
  }

  /** The claims of a good token; null for every other. */
  async check(token: string): Promise<TokenClaims | null> {
    const key = await this.pem(token);
    if (key === null) return null;
    return new Promise((resolve, reject) => {
      // One strategy serves all requests: passport gives each its own copy with its own ends.
      const once = Object.create(this.strategy) as Strategy & Record<'success' | 'fail' | 'error', unknown>;
      once.success = (user: TokenClaims) => resolve(user);
      once.fail = () => resolve(null);
      once.error = reject;
      once.authenticate({ headers: { token }, key } satisfies Presented as never);
    });
  }

  /** The `kid` is only ever compared with our own list; it is never a path or an address. */
  private async pem(token: string): Promise<string | null> {
    const read = header.safeParse(headerOf(token));
    const key = read.success ? await this.keys.verifyingKey(read.data.kid) : null;
    return key?.export({ format: 'pem', type: 'spki' }).toString() ?? null;
  }
}

function headerOf(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
  } catch {
    return null;
  }
}
