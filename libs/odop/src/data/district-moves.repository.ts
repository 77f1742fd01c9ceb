import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { NewDistrict } from '../domain/district-order.js';
import { foldName } from '../domain/fold.js';
import { districtId } from '../domain/seed-id.js';

const ids = z.object({ id: z.uuid() });

/** What moves when districts change; where it was before is kept, up to the day it moved. */
@Injectable()
export class DistrictMoves {
  /** The old name becomes one of its other names; one that it takes again is an other name no longer. */
  async rename(tx: Tx, district: { id: string; name: string; state_code: string }, name: string, from: string) {
    await tx.run(`insert into odop.district_former_name (district_id, until, name) values ($1, $2, $3)`, [
      district.id,
      from,
      district.name,
    ]);
    await tx.run(`delete from odop.district_alias where state_code = $1 and alias_folded = $2`, [
      district.state_code,
      foldName(name),
    ]);
    await tx.run(`update odop.district set name = $2, name_folded = $3 where id = $1`, [
      district.id,
      name,
      foldName(name),
    ]);
    if (foldName(name) === foldName(district.name)) return;
    await tx.run(
      `insert into odop.district_alias (state_code, alias_folded, alias, district_id) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [district.state_code, foldName(district.name), district.name, district.id],
    );
  }

  /** @returns the new district's id, which grows from its slug as everywhere */
  async create(
    tx: Tx,
    parent: { id: string; state_code: string },
    wanted: NewDistrict & { slug: string },
    from: string,
  ): Promise<string> {
    const id = districtId(wanted.slug);
    await tx.run(
      `insert into odop.district (id, slug, state_code, name, name_folded, lgd_code, lgd_source, latitude_deg, longitude_deg,
                                  point_source, parent_id, valid_from)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        id,
        wanted.slug,
        parent.state_code,
        wanted.name,
        foldName(wanted.name),
        wanted.lgdCode,
        wanted.lgdCode === null ? null : 'order',
        wanted.point?.latitude ?? null,
        wanted.point?.longitude ?? null,
        wanted.point === null ? null : 'order',
        parent.id,
        from,
      ],
    );
    return id;
  }

  /** The district is no more from that day on. @param into  what it was merged into */
  async end(tx: Tx, id: string, from: string, into: string | null): Promise<void> {
    await tx.run(`update odop.district set valid_to = $2, merged_into_id = $3 where id = $1`, [id, from, into]);
  }

  /**
   * PIN codes go to another district.
   * @param pincodes  those the order names, which are sure from now on; null = all that are left, each as sure as it was
   */
  async movePincodes(tx: Tx, from: string, to: string, until: string, pincodes: readonly string[] | null) {
    await tx.run(
      `with moved as (
         update odop.pincode set district_id = $2, basis = case when $4::text[] is null then basis else 'order' end
          where district_id = $1 and ($4::text[] is null or pincode = any($4))
         returning pincode)
       insert into odop.pincode_former_place (pincode, until, district_id) select pincode, $3, $1 from moved
       on conflict do nothing`,
      [from, to, until, pincodes],
    );
  }

  /** What an order of division does not name is only likely to have stayed. @rule */
  async doubtPincodes(tx: Tx, district: string): Promise<void> {
    await tx.run(
      `update odop.pincode
          set basis = case when basis = 'order' then 'agree_presplit' else basis || '_presplit' end
        where district_id = $1 and basis <> 'knowledge' and basis not like '%_presplit'`,
      [district],
    );
  }

  async moveInfrastructure(tx: Tx, from: string, to: string): Promise<void> {
    await tx.run(`update odop.infrastructure set district_id = $2 where district_id = $1`, [from, to]);
  }

  /** Entries that are not closed, weightiest first. */
  async openEntries(tx: Tx, district: string): Promise<string[]> {
    const rows = await tx.many(
      ids,
      `select id from odop.entry where district_id = $1 and state not in ('retired', 'rejected') order by position, id`,
      [district],
    );
    return rows.map((row) => row.id);
  }

  /** The open entry of the other district for the same product, one in force before any other. */
  sameProduct(tx: Tx, entry: { list: string; slug: string }, district: string) {
    return tx.maybe(
      ids.extend({ in_force: z.boolean() }),
      `select id, state in ('live', 'suspended') as in_force from odop.entry
        where district_id = $1 and list = $2 and slug = $3 and state not in ('retired', 'rejected')
        order by in_force desc, id limit 1`,
      [district, entry.list, entry.slug],
    );
  }

  /** Where an entry lay, and its place at the end of the other district's list. */
  async leave(tx: Tx, entryId: string, from: string, to: string, until: string): Promise<number> {
    await tx.run(
      `insert into odop.entry_former_place (entry_id, until, district_id) values ($1, $2, $3) on conflict do nothing`,
      [entryId, until, from],
    );
    const row = await tx.maybe(
      z.object({ position: z.number() }),
      `select coalesce(max(position), 0)::integer + 1 as position from odop.entry where district_id = $1`,
      [to],
    );
    return row!.position;
  }
}
