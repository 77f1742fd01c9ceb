import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ServiceKeys, SubjectKeys, type Place } from '#platform/crypto';
import type { Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import type { PayeeAccount } from '../ports/payout-provider.js';

const bytes = z.custom<Buffer>((value) => Buffer.isBuffer(value));
const known = z.object({ id: z.uuid(), provider_ref: z.string().nullable() });
const row = z.object({ id: z.uuid(), owner_id: z.uuid(), account_sealed: bytes });

const account = z.union([
  z.strictObject({ holder: z.string(), accountNumber: z.string(), ifsc: z.string() }),
  z.strictObject({ holder: z.string(), vpa: z.string() }),
]);

const placeOf = (id: string): Place => ({ table: 'payments.beneficiary', column: 'account_sealed', row: id });

/** Accounts under names that say nothing, sealed with their owner's key: who erases the key erases them. @rule S-63 S-66 */
@Injectable()
export class Beneficiaries {
  constructor(
    private readonly keys: SubjectKeys,
    private readonly service: ServiceKeys,
  ) {}

  /** The name of an account; the same account of the same owner has one for ever, whoever asks at once. */
  async of(tx: Tx, provider: string, ownerId: string, given: PayeeAccount): Promise<z.infer<typeof known>> {
    const text = JSON.stringify(account.parse(given));
    const hash = this.service.hmac('lookup', 'payments.beneficiary', provider, ownerId, text);
    const id = newId();
    const sealed = (await this.keys.of(tx, ownerId)).seal(placeOf(id), text);
    await tx.run(
      `insert into payments.beneficiary (id, provider, owner_id, account_hash, account_sealed, made_at)
       values ($1, $2, $3, $4, $5, $6) on conflict (provider, account_hash) do nothing`,
      [id, provider, ownerId, hash, sealed, tx.now],
    );
    const sql = `select id, provider_ref from payments.beneficiary where provider = $1 and account_hash = $2`;
    return (await tx.maybe(known, sql, [provider, hash]))!;
  }

  /** What the provider calls an account: said once. */
  async name(tx: Tx, id: string, providerRef: string): Promise<void> {
    const sql = `update payments.beneficiary set provider_ref = $2 where id = $1 and provider_ref is null`;
    await tx.run(sql, [id, providerRef]);
  }

  /** The accounts themselves; those whose owner was erased are absent. */
  async open(tx: Tx, ids: readonly string[]): Promise<Map<string, PayeeAccount>> {
    const sql = `select id, owner_id, account_sealed from payments.beneficiary where id = any($1::uuid[])`;
    const rows = await tx.many(row, sql, [ids]);
    const keys = await this.keys.existing(
      tx,
      rows.map((each) => each.owner_id),
    );
    const opened = rows.flatMap(({ id, owner_id, account_sealed }) => {
      const text = keys.get(owner_id)?.open(placeOf(id), account_sealed) ?? null;
      return text === null ? [] : [[id, account.parse(JSON.parse(text))] as const];
    });
    return new Map(opened);
  }
}
