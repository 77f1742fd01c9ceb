import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';
import { districtNameOn } from './districts.query.js';
import { fail } from '../domain/odop.errors.js';
import { pincodeBases } from '../domain/pincode.js';
import type { Reader } from './reader.js';

const pincodeView = z.object({
  pincode: z.string(),
  basis: z.enum(pincodeBases),
  district_id: z.uuid(),
  district_slug: z.string(),
  district_name: z.string(),
  district_lgd_code: z.number().nullable(),
  state_code: z.string(),
  state_name: z.string(),
  /** The State's GST code, for the place of supply. */
  gst_code: z.string(),
});
export type PincodeView = z.output<typeof pincodeView>;

/** The statement of a look-up, as it is sent. */
export const pincodeStatement = `select p.pincode, p.basis, p.district_id, d.slug as district_slug, d.name as district_name,
              d.lgd_code as district_lgd_code, d.state_code, s.name as state_name, s.gst_code
         from odop.pincode p
         join odop.district d on d.id = p.district_id
         join odop.state s on s.code = d.state_code
        where p.pincode = $1`;

/** The same as it was on a day: the district it lay in then, by the name it had. */
const pincodeStatementOn = `select p.pincode, p.basis, d.id as district_id, d.slug as district_slug,
              ${districtNameOn('$2')} as district_name,
              d.lgd_code as district_lgd_code, d.state_code, s.name as state_name, s.gst_code
         from odop.pincode p
         join odop.district d
           on d.id = coalesce((select f.district_id from odop.pincode_former_place f
                                where f.pincode = p.pincode and f.until > $2::date order by f.until limit 1), p.district_id)
         join odop.state s on s.code = d.state_code
        where p.pincode = $1`;

@Injectable()
export class PincodesQuery {
  constructor(private readonly read: ReadClient) {}

  pincode(pincode: string, db: Reader = this.read): Promise<PincodeView | null> {
    return db.maybe(pincodeView, pincodeStatement, [pincode], 'once');
  }

  /** Where it lay on a legal day, before districts were divided or merged. How sure that is, is today's word. @rule */
  pincodeOn(pincode: string, day: string): Promise<PincodeView | null> {
    return this.read.maybe(pincodeView, pincodeStatementOn, [pincode, day]);
  }

  /** A PIN code of each district that has one, by the district's id; the same as `firstOf`. */
  async firstOfEach(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.read.many(
      z.object({ district_id: z.uuid(), pincode: z.string() }),
      `select distinct on (district_id) district_id, pincode from odop.pincode where district_id is not null
        order by district_id, basis not in ('agree', 'order'), pincode`,
    );
    return new Map(rows.map((row) => [row.district_id, row.pincode]));
  }

  /** A PIN code of a district, one that is sure if there is one; null when none lies in it. */
  async firstOf(districtId: string): Promise<string | null> {
    const row = await this.read.maybe(
      pincodeView.pick({ pincode: true }),
      `select pincode from odop.pincode where district_id = $1
        order by basis not in ('agree', 'order'), pincode limit 1`,
      [districtId],
    );
    return row?.pincode ?? null;
  }

  /**
   * The place of a PIN code that an address gives, checked against the State it gives.
   * @throws pincode_unknown, pincode_in_other_state (422)
   * @rule
   */
  async inState(pincode: string, state_code: string, db: Reader = this.read): Promise<PincodeView> {
    const place = await this.pincode(pincode, db);
    if (place === null) throw fail('pincode_unknown', { pincode });
    if (place.state_code !== state_code) {
      throw fail('pincode_in_other_state', { pincode, stated: state_code, found: place.state_code });
    }
    return place;
  }
}
