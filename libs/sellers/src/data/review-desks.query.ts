import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { chooseDesk, type Desk } from '../domain/review-desk.js';
import { Sellers } from './sellers.repository.js';

const officeRow = z.object({ id: z.uuid(), kind: z.enum(['district_nodal', 'state_nodal', 'platform']) });

/** Which office reviews what comes from a district: makers here, their goods in the catalogue. */
@Injectable()
export class ReviewDesksQuery {
  constructor(private readonly sellers: Sellers) {}

  /** A maker is on the caller's desk. @throws seller_unknown (404) for one on another @rule S-42 */
  async assertOwn(tx: Tx, sellerId: string): Promise<void> {
    await this.sellers.findOnDesk(tx, sellerId);
  }

  /** The office that decides on appeals of a State's sellers: the State's, or the platform where there is none. @rule */
  async ofAppeals(tx: Tx, stateCode: string): Promise<string | null> {
    const offices = await tx.many(
      officeRow,
      `select organisation_id as id, kind
         from identity.v_organisation
        where state = 'active' and (kind = 'platform' or (kind = 'state_nodal' and state_code = $1))
        order by kind = 'platform', organisation_id`,
      [stateCode],
    );
    return offices[0]?.id ?? null;
  }

  async of(tx: Tx, by: 'district' | 'platform', place: { districtId: string; stateCode: string }): Promise<Desk> {
    const offices = await tx.many(
      officeRow,
      `select organisation_id as id, kind
         from identity.v_organisation
        where state = 'active'
          and (kind = 'platform' or (kind = 'district_nodal' and district_id = $1) or (kind = 'state_nodal' and state_code = $2))
        order by organisation_id`,
      [place.districtId, place.stateCode],
    );
    return chooseDesk(by, offices);
  }
}
