import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { KeyWrapper } from './key-wrapper.js';

const lot = 500;

/** Where wrapped keys lie, and what each is bound to. */
const tables = [
  { table: 'service_key', id: 'id' },
  { table: 'subject_key', id: 'subject_id' },
] as const;
type Keys = (typeof tables)[number];

const bytes = z.custom<Buffer>((value) => Buffer.isBuffer(value));
const wrappedRow = z.object({ id: z.uuid(), wrapped: bytes, master_version: z.number() });
const countRow = z.object({ master_version: z.number(), keys: z.coerce.number() });

/** How many keys each version of the master key protects. */
export type WrappedKeys = z.infer<typeof countRow>[];

@Injectable()
export class RewrapKeys {
  constructor(
    private readonly work: UnitOfWork,
    private readonly wrapper: KeyWrapper,
  ) {}

  /**
   * Wraps every key anew with the newest master key, in lots: stopped half-way it goes on where it was, and reads go on
   * meanwhile. The values under the keys stay as they are.
   * @param told  after each lot, with the number done so far
   * @returns keys wrapped anew
   * @rule S-63
   */
  async run(told: (done: number) => void = () => undefined): Promise<number> {
    let done = 0;
    for (const keys of tables) {
      for (;;) {
        const some = await this.work.run((tx) => this.rewrap(tx, keys));
        told((done += some));
        if (some < lot) break;
      }
    }
    return done;
  }

  byVersion(): Promise<WrappedKeys> {
    return this.work.run((tx) =>
      tx.many(
        countRow,
        `select master_version, count(*) as keys from (
           select master_version from platform.service_key where wrapped is not null
           union all select master_version from platform.subject_key where wrapped is not null) k
          group by master_version order by master_version`,
      ),
    );
  }

  private async rewrap(tx: Tx, { table, id }: Keys): Promise<number> {
    const version = this.wrapper.currentVersion();
    const rows = await tx.many(
      wrappedRow,
      `select ${id} as id, wrapped, master_version from platform.${table}
        where wrapped is not null and master_version <> $1 order by master_version, ${id} limit ${lot} for update`,
      [version],
    );
    if (rows.length === 0) return 0;
    const anew = rows.map((row) => this.anew(`platform.${table}|wrapped|${row.id}`, row));
    await tx.run(
      `update platform.${table} k set wrapped = r.wrapped, master_version = $3
         from unnest($1::uuid[], $2::bytea[]) as r(id, wrapped) where k.${id} = r.id`,
      [rows.map((row) => row.id), anew, version],
    );
    const after = { table, keys: rows.length };
    tx.audit({ action: 'keys.wrapped_anew', object: { kind: 'master_key', id: String(version) }, after });
    return rows.length;
  }

  private anew(bound: string, row: z.infer<typeof wrappedRow>): Buffer {
    const key = this.wrapper.unwrap({ bytes: row.wrapped, masterVersion: row.master_version }, bound);
    return this.wrapper.wrap(key, bound).bytes;
  }
}
