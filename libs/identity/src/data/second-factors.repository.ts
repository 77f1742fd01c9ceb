import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { z } from 'zod';
import { SubjectKeys } from '#platform/crypto';
import type { Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { bytes } from './rows.js';

const period_s = 30;
const recovery_codes = 10;
const letters = '23456789abcdefghjkmnpqrstuvwxyz';

const place = (personId: string) => ({ table: 'identity.second_factor', column: 'seed_sealed', row: personId });
const recoveryHash = (personId: string, code: string): Buffer =>
  createHash('sha256')
    .update(`${personId}\n${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`)
    .digest();

/** Authenticator apps (TOTP, RFC 6238: SHA-1, 6 digits, 30 s, as all of them understand it) and recovery codes. */
@Injectable()
export class SecondFactors {
  constructor(private readonly subjects: SubjectKeys) {}

  /** confirmed: counts; begun: shown but never proved; none. */
  async stateOf(tx: Tx, personId: string): Promise<'none' | 'begun' | 'confirmed'> {
    const row = await tx.maybe(
      z.object({ confirmed_at: z.date().nullable() }),
      `select confirmed_at from identity.second_factor where person_id = $1`,
      [personId],
    );
    if (!row) return 'none';
    return row.confirmed_at === null ? 'begun' : 'confirmed';
  }

  /** The seed of a confirmed app. */
  async seedOf(tx: Tx, personId: string): Promise<string | null> {
    const row = await tx.maybe(
      z.object({ seed_sealed: bytes }),
      `select seed_sealed from identity.second_factor where person_id = $1 and confirmed_at is not null`,
      [personId],
    );
    return row && (await this.subjects.of(tx, personId)).open(place(personId), row.seed_sealed);
  }

  /** A new seed, replacing one that was never confirmed. @returns the secret, shown this once */
  async begin(tx: Tx, personId: string): Promise<string> {
    const seed = new Secret({ size: 20 });
    const key = await this.subjects.of(tx, personId);
    await tx.run(
      `insert into identity.second_factor (person_id, seed_sealed) values ($1, $2)
       on conflict (person_id) do update set seed_sealed = excluded.seed_sealed, last_step = 0
        where identity.second_factor.confirmed_at is null`,
      [personId, key.seal(place(personId), seed.base32)],
    );
    return seed.base32;
  }

  /**
   * Takes a code if it is right and newer than the last one taken: each counts once. One step of clock drift either way.
   * @rule S-35
   */
  async take(tx: Tx, personId: string, code: string): Promise<boolean> {
    const row = await tx.maybe(
      z.object({ seed_sealed: bytes }),
      `select seed_sealed from identity.second_factor where person_id = $1 for update`,
      [personId],
    );
    const seed = row && (await this.subjects.of(tx, personId)).open(place(personId), row.seed_sealed);
    if (!seed || !/^[0-9]{6}$/.test(code)) return false;
    const now_ms = Date.now();
    const totp = new TOTP({ secret: Secret.fromBase32(seed), period: period_s, digits: 6 });
    const drift = totp.validate({ token: code, timestamp: now_ms, window: 1 });
    if (drift === null) return false;
    const step = Math.floor(now_ms / 1_000 / period_s) + drift;
    const taken = await tx.run(
      `update identity.second_factor set last_step = $2 where person_id = $1 and last_step < $2`,
      [personId, step],
    );
    return taken === 1;
  }

  /** The app is proved to be in the person's hands. @returns recovery codes, shown this once and kept as hashes */
  async confirm(tx: Tx, personId: string): Promise<string[]> {
    await tx.run(`update identity.second_factor set confirmed_at = clock_timestamp() where person_id = $1`, [personId]);
    await tx.run(`delete from identity.recovery_code where person_id = $1`, [personId]);
    const codes = Array.from({ length: recovery_codes }, recoveryCode);
    await tx.run(
      `insert into identity.recovery_code (id, person_id, code_hash)
       select c.id, $1, c.hash from unnest($2::uuid[], $3::bytea[]) as c(id, hash)`,
      [personId, codes.map(() => newId()), codes.map((code) => recoveryHash(personId, code))],
    );
    return codes;
  }

  /** Spends a recovery code in place of the app's. @rule S-35 */
  async recover(tx: Tx, personId: string, code: string): Promise<boolean> {
    const given = recoveryHash(personId, code);
    const left = await tx.many(
      z.object({ id: z.uuid(), code_hash: bytes }),
      `select id, code_hash from identity.recovery_code where person_id = $1 and used_at is null for update`,
      [personId],
    );
    const match = left.find((row) => timingSafeEqual(row.code_hash, given));
    if (!match) return false;
    await tx.run(`update identity.recovery_code set used_at = clock_timestamp() where id = $1`, [match.id]);
    return true;
  }

  async remove(tx: Tx, personId: string): Promise<void> {
    await tx.run(`delete from identity.second_factor where person_id = $1`, [personId]);
    await tx.run(`delete from identity.recovery_code where person_id = $1`, [personId]);
  }
}

/** Twelve letters without look-alikes: 59 bits, so that a plain hash of it cannot be reversed by trying. */
function recoveryCode(): string {
  const text = Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('');
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
}
