import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient, type Tx } from '#platform/database';
import { organisationKinds } from '../domain/organisation-kind.js';

const row = z
  .object({
    id: z.uuid(),
    kind: z.enum(organisationKinds),
    name: z.string(),
    parent_id: z.uuid().nullable(),
    district_id: z.uuid().nullable(),
    state_code: z.string().nullable(),
    buyer_class: z.string().nullable(),
    state: z.enum(['pending', 'active', 'suspended']),
  })
  .transform((each) => ({
    id: each.id,
    kind: each.kind,
    name: each.name,
    parentId: each.parent_id,
    districtId: each.district_id,
    stateCode: each.state_code,
    buyerClass: each.buyer_class,
    state: each.state,
  }));
export type Organisation = z.infer<typeof row>;

const columns = 'o.id, o.kind, o.name, o.parent_id, o.district_id, o.state_code, o.buyer_class, o.state';

@Injectable()
export class OrganisationsQuery {
  constructor(private readonly reads: ReadClient) {}

  byId(organisationId: string): Promise<Organisation | null> {
    return this.reads.maybe(row, `select ${columns} from identity.organisation o where o.id = $1`, [organisationId]);
  }

  /** The same inside a transaction, for decisions. */
  inside(tx: Tx, organisationId: string): Promise<Organisation | null> {
    return tx.maybe(row, `select ${columns} from identity.organisation o where o.id = $1`, [organisationId]);
  }

  /** The organisation and everything above it, itself first. @rule */
  line(organisationId: string): Promise<Organisation[]> {
    return this.reads.many(
      row,
      `with recursive line as (
         select o.*, 0 as height from identity.organisation o where o.id = $1
         union all
         select o.*, line.height + 1 from identity.organisation o join line on o.id = line.parent_id
       )
       select ${columns} from line o order by o.height`,
      [organisationId],
    );
  }

  /** The buyer class whose policy parameters apply: the organisation's own, else the nearest above it */
  async buyerClassOf(organisationId: string): Promise<string | null> {
    const line = await this.line(organisationId);
    return line.find((each) => each.buyerClass !== null)?.buyerClass ?? null;
  }
}
