import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { seeingAll, type Tx, UnitOfWork } from '#platform/database';
import { assert, assertFreshSecondFactor, newId } from '#platform/kernel';
import { securityEvent } from '../security/security-log.js';
import { environmentTag } from '../config.js';
import { ApiKeySecretEntity } from '../data/api-key.entity.js';
import { isKeyScope, writeKey } from '../domain/api-key.js';
import { fail } from '../domain/errors.js';

export interface NewKey {
  name: string;
  scopes: readonly string[];
  addresses: readonly string[];
  lifetime_days: number;
}

const keyRow = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.string()),
  addresses: z.array(z.string()),
  made_at: z.date(),
  expires_at: z.date(),
  last_used_at: z.date().nullable(),
});
export type ApiKeyView = z.infer<typeof keyRow>;

/** The old secret stays good so long after a rotation, so that nothing stops meanwhile. */
const overlap_hours = 24;

@Injectable()
export class ManageApiKeys {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * Makes a key for the organisation acted for. @returns the key in full, shown this once
   * @throws key_scope_unfit (422), second_factor_needed (403)
   * @rule S-39 STD-1.11
   */
  make(wanted: NewKey): Promise<{ keyId: string; key: string; expiresAt: string }> {
    return this.work.run(async (tx) => {
      const { personId, organisationId } = tx.actor;
      assertFreshSecondFactor(tx.actor, new Date());
      if (organisationId === null) throw fail('organisation_not_found');
      this.assertMayCarry(tx, wanted.scopes);
      const keyId = newId();
      const [row] = await tx.many(
        z.object({ expires_at: z.date() }),
        `insert into identity.api_key (id, organisation_id, made_by, name, scopes, addresses, made_at, expires_at)
         select $1, $2, $3, $4, $5, $6, now, now + make_interval(days => $7) from clock_timestamp() as now
         returning expires_at`,
        [keyId, organisationId, personId, wanted.name, [...wanted.scopes], [...wanted.addresses], wanted.lifetime_days],
      );
      const key = await this.addSecret(tx, keyId);
      tx.audit({ action: 'api_key.made', object: { kind: 'api_key', id: keyId }, after: { scopes: wanted.scopes } });
      securityEvent('key_made', { key_id: keyId, person_id: personId });
      return { keyId, key, expiresAt: row!.expires_at.toISOString() };
    });
  }

  list(): Promise<ApiKeyView[]> {
    return this.work.run((tx) =>
      tx.many(
        keyRow,
        `select id, name, scopes, addresses, made_at, expires_at, last_used_at from identity.api_key
          where organisation_id = $1 and revoked_at is null order by id desc limit 100`,
        [tx.actor.organisationId],
      ),
    );
  }

  /** A new secret; the old one ends in 24 h, older ones now. @throws key_not_found (404), key_scope_unfit (422) @rule STD-1.11 S-39 */
  rotate(keyId: string): Promise<{ keyId: string; key: string }> {
    return this.work.run(async (tx) => {
      assertFreshSecondFactor(tx.actor, new Date());
      // Who is shown the secret can do all that the key does, also with a key that a colleague made.
      this.assertMayCarry(tx, (await this.lock(tx, keyId)).scopes);
      await seeingAll(tx, () =>
        tx.run(
          `update identity.api_key_secret
              set ends_at = case when ends_at is null then clock_timestamp() + make_interval(hours => $2) else clock_timestamp() end
            where api_key_id = $1 and (ends_at is null or ends_at > clock_timestamp())`,
          [keyId, overlap_hours],
        ),
      );
      const key = await this.addSecret(tx, keyId);
      tx.audit({ action: 'api_key.rotated', object: { kind: 'api_key', id: keyId } });
      return { keyId, key };
    });
  }

  /** Ends a key now: by who made it, or who may do herself what it may. @throws key_not_found (404), key_scope_unfit (422) @rule S-39 */
  revoke(keyId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const key = await this.lock(tx, keyId);
      if (key.made_by !== tx.actor.personId) this.assertMayCarry(tx, key.scopes);
      await tx.run(`update identity.api_key set revoked_at = clock_timestamp() where id = $1`, [keyId]);
      tx.audit({ action: 'api_key.revoked', object: { kind: 'api_key', id: keyId } });
      securityEvent('key_revoked', { key_id: keyId });
    });
  }

  private assertMayCarry(tx: Tx, scopes: readonly string[]): void {
    const unfit = scopes.find((scope) => !isKeyScope(scope) || !tx.actor.permissions.has(scope));
    if (unfit !== undefined) throw fail('key_scope_unfit', { scope: unfit });
  }

  /** A live key of the organisation acted for, held. */
  private async lock(tx: Tx, keyId: string): Promise<{ scopes: string[]; made_by: string }> {
    const own = await tx.maybe(
      keyRow.pick({ scopes: true }).extend({ made_by: z.uuid() }),
      `select scopes, made_by from identity.api_key where id = $1 and organisation_id = $2 and revoked_at is null for update`,
      [keyId, tx.actor.organisationId],
    );
    if (own === null) throw fail('key_not_found');
    return own;
  }

  private async addSecret(tx: Tx, keyId: string): Promise<string> {
    const secret = randomBytes(32).toString('hex');
    const hash = createHash('sha256').update(secret).digest();
    assert(secret.length === 64, 'a secret has 256 bits');
    const row = { id: newId(), api_key_id: keyId, secret_hash: hash, made_at: tx.now, ends_at: null };
    await seeingAll(tx, () => tx.insert(ApiKeySecretEntity, row));
    return writeKey(environmentTag(), keyId, secret);
  }
}
