import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SubjectKeys, type SubjectKey } from '#platform/crypto';
import type { Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { addressWords, type AddressWords, type SendTo } from '../domain/address.js';
import { fail } from '../domain/order.errors.js';
import type { ShipTo } from '../domain/ship-to.js';
import { AddressEntity } from './address.entity.js';

const addressRow = z.object({
  id: z.uuid(),
  owner_id: z.uuid(),
  address_sealed: z.custom<Buffer>((value) => Buffer.isBuffer(value)),
  pincode: z.string(),
  state_code: z.string(),
  district_slug: z.string(),
  district_name: z.string(),
  is_default: z.boolean(),
  version: z.number(),
});
type Row = z.infer<typeof addressRow>;
/** An address of the caller's book, readable. */
export type Address = Omit<Row, 'address_sealed' | 'owner_id'> & AddressWords;

/** Where an address lies, by the directory. */
export interface AddressPlace {
  pincode: string;
  district_id: string;
  state_code: string;
}

const select = `
  select a.id, a.owner_id, a.address_sealed, a.pincode, a.state_code, d.slug as district_slug, d.name as district_name,
         a.is_default, a.version
    from orders.address a join odop.v_district d on d.id = a.district_id`;
const place = (row: string) => ({ table: 'orders.address', column: 'address', row });

/** Who shops keeps addresses: private to each, sealed under her key. */
@Injectable()
export class Addresses {
  constructor(private readonly keys: SubjectKeys) {}

  /** The caller's, the one she mostly uses first, then as they were written. @rule S-42 */
  async own(tx: Tx): Promise<Address[]> {
    const { personId } = tx.actor;
    assert(personId !== null, 'a person keeps addresses');
    const rows = await tx.many(addressRow, `${select} where a.owner_id = $1 order by not a.is_default, a.id`, [
      personId,
    ]);
    if (rows.length === 0) return [];
    const key = await this.keys.of(tx, personId);
    return rows.map((row) => opened(row, key));
  }

  /** One of the caller's. @throws address_not_found (404), also for another's @rule S-42 */
  async byId(tx: Tx, id: string): Promise<Address> {
    const row = await tx.maybe(addressRow, `${select} where a.id = $1 and a.owner_id = $2`, [id, tx.actor.personId]);
    if (!row) throw fail('address_not_found');
    return opened(row, await this.keys.of(tx, row.owner_id));
  }

  /** The caller's book stays as it is until the transaction ends, but for what happens in it: two defaults never meet. @rule S-4 */
  async lockBook(tx: Tx): Promise<{ personId: string; count: number }> {
    const { personId } = tx.actor;
    assert(personId !== null, 'a person keeps addresses');
    await tx.run(`select pg_advisory_xact_lock(hashtextextended('orders.address ' || $1, 0))`, [personId]);
    const count = await tx.run(`select from orders.address where owner_id = $1`, [personId]);
    return { personId, count };
  }

  /** A new address of a book that is held. */
  async add(
    tx: Tx,
    { id, personId, isDefault }: { id: string; personId: string; isDefault: boolean },
    words: AddressWords,
    at: AddressPlace,
  ): Promise<void> {
    const key = await this.keys.of(tx, personId);
    if (isDefault) await this.makeDefault(tx, id, personId);
    await tx.insert(AddressEntity, {
      ...{ id, owner_id: personId, ...at, is_default: isDefault, version: 1, made_at: tx.now, changed_at: tx.now },
      address_sealed: key.seal(place(id), JSON.stringify(words)),
    });
  }

  /** Other words for an address of a book that is held. */
  async change(tx: Tx, id: string, personId: string, words: AddressWords, at: AddressPlace): Promise<void> {
    const key = await this.keys.of(tx, personId);
    await tx.run(
      `update orders.address
          set address_sealed = $3, pincode = $4, district_id = $5, state_code = $6, version = version + 1, changed_at = $7
        where id = $1 and owner_id = $2`,
      [
        ...[id, personId, key.seal(place(id), JSON.stringify(words))],
        ...[at.pincode, at.district_id, at.state_code, tx.now],
      ],
    );
  }

  /** The one she mostly uses, in a book that is held; the one before is it no more. */
  async makeDefault(tx: Tx, id: string, personId: string): Promise<void> {
    const set = `set version = version + 1, changed_at = $3, is_default`;
    await tx.run(`update orders.address ${set} = false where owner_id = $2 and is_default and id <> $1`, [
      ...[id, personId, tx.now],
    ]);
    await tx.run(`update orders.address ${set} = true where owner_id = $2 and not is_default and id = $1`, [
      ...[id, personId, tx.now],
    ]);
  }

  /** Takes an address out of a book that is held. @returns the oldest of those that stay; null when none does */
  async remove(tx: Tx, id: string, personId: string): Promise<string | null> {
    await tx.run(`delete from orders.address where id = $1 and owner_id = $2`, [id, personId]);
    const sql = `select id from orders.address where owner_id = $1 order by id limit 1`;
    return (await tx.maybe(z.object({ id: z.uuid() }), sql, [personId]))?.id ?? null;
  }

  async removeAll(tx: Tx, personId: string): Promise<void> {
    await tx.run(`delete from orders.address where owner_id = $1`, [personId]);
  }

  /** Where parcels go: as written out, or an address of the caller's book as it is now. @throws address_not_found (404) */
  async shipTo(tx: Tx, to: SendTo): Promise<ShipTo> {
    if (!('addressId' in to)) return to;
    const { name, mobile, street, pincode, gstin } = await this.byId(tx, to.addressId);
    return { name, mobile, street, pincode, ...(gstin !== undefined && { gstin }) };
  }
}

function opened({ address_sealed, owner_id: _, ...row }: Row, key: SubjectKey): Address {
  const text = key.open(place(row.id), address_sealed);
  assert(text, 'whose addresses are read is not erased');
  return { ...row, ...addressWords.parse(JSON.parse(text)) };
}
