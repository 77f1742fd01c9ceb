import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { organisation_ended } from '../domain/granting.js';
import type { Role } from '../domain/permissions.js';

const row = z
  .object({
    id: z.uuid(),
    language: z.string(),
    has_mobile: z.boolean(),
    has_email: z.boolean(),
    has_inbox: z.boolean(),
  })
  .transform((each) => ({
    personId: each.id,
    language: each.language,
    hasMobile: each.has_mobile,
    hasEmail: each.has_email,
    /** Guests have none: nobody signs in to read it. */
    hasInbox: each.has_inbox,
  }));

/** Somebody who can be told something: no name and no address, only which addresses there are. */
export type Recipient = z.infer<typeof row>;

const columns = `p.id, p.language, p.mobile_sealed is not null as has_mobile, p.email_sealed is not null as has_email, true as has_inbox`;

const holders = `
  identity.role_grant g
  join identity.membership m
    on m.person_id = g.person_id and m.organisation_id = g.organisation_id and m.ended_at is null
  join identity.person p on p.id = g.person_id and p.state <> 'erased'`;

/** Who is to be told. For the system's jobs: the second wall hides people from each other. */
@Injectable()
export class RecipientsQuery {
  /** People, and guests who said where they are reached. */
  persons(tx: Tx, personIds: readonly string[]): Promise<Recipient[]> {
    return tx.many(
      row,
      `select ${columns} from identity.person p where p.id = any($1::uuid[]) and p.state <> 'erased'
        union all
       select g.id, g.language, g.mobile_sealed is not null, g.email_sealed is not null, false
         from identity.guest g where g.id = any($1::uuid[]) and g.name_sealed is not null
        order by id`,
      [personIds],
    );
  }

  /** Who holds one of the roles in an organisation, or held it when the organisation came to its end. */
  holders(tx: Tx, organisationId: string, roles: readonly Role[]): Promise<Recipient[]> {
    return tx.many(
      row,
      `select distinct ${columns} from ${holders}
        where g.organisation_id = $1 and g.role = any($2) and (g.state = 'active' or g.end_reason = $3) order by p.id`,
      [organisationId, roles, organisation_ended],
    );
  }

  /**
   * The same for a buyer's office: when nobody holds the role there, who holds it nearest above. Roles of a small
   * organisation are often granted once, for all its offices.
   */
  nearestHolders(tx: Tx, officeId: string, roles: readonly Role[]): Promise<Recipient[]> {
    return tx.many(
      row,
      `with recursive line as (
         select o.id, o.parent_id, 0 as height from identity.organisation o where o.id = $1
         union all
         select o.id, o.parent_id, line.height + 1 from identity.organisation o join line on o.id = line.parent_id
       ), held as (
         select p.id as person_id, min(line.height) as height from ${holders} join line on line.id = g.organisation_id
          where g.role = any($2) and g.state = 'active' group by p.id
       )
       select ${columns} from held join identity.person p on p.id = held.person_id
        where held.height = (select min(height) from held) order by p.id`,
      [officeId, roles],
    );
  }

  /** Who holds one of the roles in any of these organisations. */
  holdersOfAny(tx: Tx, organisationIds: readonly string[], roles: readonly Role[]): Promise<Recipient[]> {
    return tx.many(
      row,
      `select distinct ${columns} from ${holders}
        where g.organisation_id = any($1::uuid[]) and g.role = any($2) and g.state = 'active' order by p.id`,
      [organisationIds, roles],
    );
  }

  /** Officers of the nodal office of a State. */
  ofState(tx: Tx, stateCode: string, roles: readonly Role[]): Promise<Recipient[]> {
    return tx.many(
      row,
      `select distinct ${columns} from ${holders}
         join identity.organisation o on o.id = g.organisation_id and o.state = 'active'
        where o.kind = 'state_nodal' and o.state_code = $1 and g.role = any($2) and g.state = 'active'
        order by p.id`,
      [stateCode, roles],
    );
  }

  /** Officers of the nodal office of a district. */
  ofDistrict(tx: Tx, districtId: string, roles: readonly Role[]): Promise<Recipient[]> {
    return tx.many(
      row,
      `select distinct ${columns} from ${holders}
         join identity.organisation o on o.id = g.organisation_id and o.state = 'active'
        where o.kind = 'district_nodal' and o.district_id = $1 and g.role = any($2) and g.state = 'active'
        order by p.id`,
      [districtId, roles],
    );
  }
}
