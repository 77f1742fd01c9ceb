import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient, UnitOfWork, type Tx } from '#platform/database';
import { assert, newId } from '#platform/kernel';
import { runAsSystem } from '#platform/observability';
import { KeyWrapper } from './key-wrapper.js';

/** What the service's own keys are for. One key never serves two purposes. */
const purposes = {
  lookup: 'hmac',
  code: 'hmac',
  refresh: 'hmac',
  cursor: 'hmac',
  audit: 'hmac',
  upload: 'hmac',
  link: 'hmac',
  token: 'es256',
} as const;
export type HmacPurpose = 'lookup' | 'code' | 'refresh' | 'cursor' | 'audit' | 'upload' | 'link';
type Purpose = keyof typeof purposes;

/** Other processes learn of a new or withdrawn signing key within this time, or at once on meeting an unknown one. */
const fresh_ms = 60_000;
const unknown_retry_ms = 2_000;

const bytes = z.custom<Buffer>((value) => Buffer.isBuffer(value));
const keyRow = z.object({
  id: z.uuid(),
  purpose: z.string(),
  wrapped: bytes.nullable(),
  master_version: z.number(),
  public_key: bytes.nullable(),
  is_current: z.boolean(),
});
type KeyRow = z.infer<typeof keyRow>;

interface Loaded {
  at: number;
  current: ReadonlyMap<string, { id: string; secret: Buffer }>;
  verifying: ReadonlyMap<string, KeyObject>;
}

const boundTo = (id: string): string => `platform.service_key|wrapped|${id}`;

/** The service's own keys, made at the first start of an installation and wrapped by the master key. */
@Injectable()
export class ServiceKeys implements OnApplicationBootstrap {
  private loaded: Loaded | null = null;
  private loading: Promise<void> | null = null;

  constructor(
    private readonly wrapper: KeyWrapper,
    private readonly work: UnitOfWork,
    private readonly reads: ReadClient,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await runAsSystem('crypto.keys', newId(), () => this.work.run((tx) => this.makeMissing(tx)));
    await this.load();
  }

  /** HMAC-SHA256 under the key of a purpose; parts are kept apart, so that ('ab','c') and ('a','bc') differ. */
  hmac(purpose: HmacPurpose, ...parts: readonly string[]): Buffer {
    const key = this.loaded?.current.get(purpose);
    assert(key, 'service keys are loaded when the application has started');
    const mac = createHmac('sha256', key.secret);
    for (const part of parts) mac.update(`${Buffer.byteLength(part)}:${part}`);
    return mac.digest();
  }

  /** The key new tokens are signed with, and its `kid`. */
  async signingKey(): Promise<{ kid: string; key: KeyObject }> {
    if (this.isOlderThan(fresh_ms)) await this.load();
    const key = this.loaded?.current.get('token');
    assert(key, 'service keys are loaded when the application has started');
    return { kid: key.id, key: createPrivateKey({ key: key.secret, format: 'der', type: 'pkcs8' }) };
  }

  /** The public key of a `kid` whose signatures are still good, or null. The list is ours: a `kid` is only looked up. */
  async verifyingKey(kid: string): Promise<KeyObject | null> {
    if (this.isOlderThan(fresh_ms)) await this.load();
    if (!this.loaded?.verifying.has(kid) && this.isOlderThan(unknown_retry_ms)) await this.load();
    return this.loaded?.verifying.get(kid) ?? null;
  }

  /**
   * Makes a new signing key; what the old one signed stays good for `overlap_minutes`. Its private half is destroyed.
   * @returns the new `kid`
   */
  async rotateSigningKey(tx: Tx, overlap_minutes: number): Promise<string> {
    await tx.run(
      `update platform.service_key
          set replaced_at = clock_timestamp(), wrapped = null, accept_until = clock_timestamp() + make_interval(mins => $1)
        where purpose = 'token' and replaced_at is null`,
      [overlap_minutes],
    );
    const id = await this.insert(tx, 'token');
    tx.audit({ action: 'signing_key.rotated', object: { kind: 'service_key', id } });
    tx.afterCommit(() => this.loaded && (this.loaded.at = 0));
    return id;
  }

  private isOlderThan(age_ms: number): boolean {
    return this.loaded === null || Date.now() - this.loaded.at > age_ms;
  }

  private async makeMissing(tx: Tx): Promise<void> {
    const there = await tx.many(
      z.object({ purpose: z.string() }),
      `select purpose from platform.service_key where replaced_at is null`,
    );
    const known = new Set(there.map((row) => row.purpose));
    for (const purpose of Object.keys(purposes) as Purpose[]) if (!known.has(purpose)) await this.insert(tx, purpose);
  }

  /** Two processes that start together: the first insert wins, the other waits for it and does nothing. */
  private async insert(tx: Tx, purpose: Purpose): Promise<string> {
    const id = newId();
    const made = purposes[purpose] === 'hmac' ? { secret: randomBytes(32), public: null } : newPair();
    const wrapped = this.wrapper.wrap(made.secret, boundTo(id));
    await tx.run(
      `insert into platform.service_key (id, purpose, kind, wrapped, master_version, public_key, made_at)
       values ($1, $2, $3, $4, $5, $6, clock_timestamp()) on conflict do nothing`,
      [id, purpose, purposes[purpose], wrapped.bytes, wrapped.masterVersion, made.public],
    );
    return id;
  }

  /** Many requests that find the keys stale read them once. */
  private load(): Promise<void> {
    return (this.loading ??= this.read().finally(() => (this.loading = null)));
  }

  private async read(): Promise<void> {
    const rows = await this.reads.many(
      keyRow,
      `select id, purpose, wrapped, master_version, public_key, replaced_at is null as is_current
         from platform.service_key
        where replaced_at is null or accept_until > clock_timestamp()`,
    );
    const current = rows.filter((row) => row.is_current);
    this.loaded = {
      at: Date.now(),
      current: new Map(current.map((row) => [row.purpose, { id: row.id, secret: this.unwrapped(row) }])),
      verifying: new Map(rows.flatMap((row) => (row.public_key ? [[row.id, publicKey(row.public_key)]] : []))),
    };
  }

  private unwrapped(row: KeyRow): Buffer {
    assert(row.wrapped, 'a current key has its secret');
    return this.wrapper.unwrap({ bytes: row.wrapped, masterVersion: row.master_version }, boundTo(row.id));
  }
}

const publicKey = (der: Buffer): KeyObject => createPublicKey({ key: der, format: 'der', type: 'spki' });

function newPair(): { secret: Buffer; public: Buffer } {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    secret: pair.privateKey.export({ format: 'der', type: 'pkcs8' }),
    public: pair.publicKey.export({ format: 'der', type: 'spki' }),
  };
}
