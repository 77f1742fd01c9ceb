import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { newId } from '#platform/kernel';
import { districtOrderKinds, districtPlan, type DistrictGround, type DistrictPlan } from '../domain/district-order.js';
import { foldName } from '../domain/fold.js';
import { fail } from '../domain/odop.errors.js';
import { DistrictOrderEntity } from './district-order.entity.js';

const orderRow = z.object({
  id: z.uuid(),
  kind: z.enum(districtOrderKinds),
  district_id: z.uuid(),
  district_slug: z.string(),
  district_name: z.string(),
  state_code: z.string(),
  effective_from: z.string(),
  order_no: z.string(),
  ordered_on: z.string().nullable(),
  reason: z.string(),
  plan: districtPlan,
  proposed_by: z.uuid().nullable(),
  proposed_at: z.date(),
  proposed_key: z.string(),
  decision: z.enum(['confirmed', 'refused']).nullable(),
  decided_by: z.uuid().nullable(),
  decided_at: z.date().nullable(),
  decision_reason: z.string().nullable(),
  applied_at: z.date().nullable(),
});
export type DistrictOrder = z.output<typeof orderRow>;
/** The sort key of a page of orders: when it was proposed, id. */
export const districtOrderKey = z.tuple([z.string(), z.uuid()]);
export type DistrictOrderKey = z.output<typeof districtOrderKey>;

const selectOrder = `
  select o.id, o.kind, o.district_id, d.slug as district_slug, d.name as district_name, d.state_code,
         o.effective_from::text, o.order_no, o.ordered_on::text, o.reason, o.plan, o.proposed_by, o.proposed_at,
         o.proposed_at::text as proposed_key, o.decision, o.decided_by, o.decided_at, o.decision_reason, o.applied_at
    from odop.district_order o join odop.district d on d.id = o.district_id`;

const ids = z.object({ id: z.string() });

export interface WantedOrder {
  plan: DistrictPlan;
  /** First legal day it is so. */
  effectiveFrom: string;
  orderNo: string;
  orderedOn?: string;
  reason: string;
}

/** Orders that change districts, as rows with two signatures. */
@Injectable()
export class DistrictOrders {
  async add(tx: Tx, districtId: string, wanted: WantedOrder): Promise<string> {
    const id = newId();
    await tx.insert(DistrictOrderEntity, {
      id,
      kind: wanted.plan.kind,
      district_id: districtId,
      effective_from: wanted.effectiveFrom,
      order_no: wanted.orderNo,
      ordered_on: wanted.orderedOn ?? null,
      reason: wanted.reason,
      plan: wanted.plan,
      proposed_by: tx.actor.personId,
      proposed_at: tx.now,
      decision: null,
      decided_by: null,
      decided_at: null,
      decision_reason: null,
      applied_at: null,
    });
    return id;
  }

  /** Newest first. */
  page(tx: Tx, request: PageRequest<DistrictOrderKey>): Promise<DistrictOrder[]> {
    const part = keyset(request, ['o.proposed_at', 'o.id'], 'desc', 1);
    const where = part.where.replace('$1', '$1::timestamptz').replace('$2', '$2::uuid');
    return tx.many(
      orderRow,
      `${selectOrder} where true ${where} order by ${part.orderBy} limit ${part.limit}`,
      part.values,
    );
  }

  /** @throws district_order_not_found (404) */
  one(tx: Tx, id: string): Promise<DistrictOrder> {
    return this.read(tx, id, '');
  }

  /** Held until the transaction ends. @throws district_order_not_found (404) */
  lock(tx: Tx, id: string): Promise<DistrictOrder> {
    return this.read(tx, id, 'for update of o');
  }

  private async read(tx: Tx, id: string, locking: string): Promise<DistrictOrder> {
    const order = await tx.maybe(orderRow, `${selectOrder} where o.id = $1 ${locking}`, [id]);
    if (order === null) throw fail('district_order_not_found');
    return order;
  }

  /** The order that is not settled yet, of this district. */
  async open(tx: Tx, districtId: string): Promise<string | null> {
    const row = await tx.maybe(
      ids,
      `select id from odop.district_order
        where district_id = $1 and applied_at is null and decision is distinct from 'refused'`,
      [districtId],
    );
    return row?.id ?? null;
  }

  /** The first day the register knows of the district, or of its last change: an order takes effect after it. */
  async lastDay(tx: Tx, districtId: string): Promise<string | null> {
    const row = await tx.maybe(
      z.object({ day: z.string().nullable() }),
      `select greatest(d.valid_from, max(o.effective_from))::text as day
         from odop.district d left join odop.district_order o on o.district_id = d.id and o.applied_at is not null
        where d.id = $1 group by d.id`,
      [districtId],
    );
    return row?.day ?? null;
  }

  async decide(tx: Tx, id: string, decision: 'confirmed' | 'refused', reason: string): Promise<void> {
    await tx.run(
      `update odop.district_order set decision = $2, decided_by = $3, decided_at = $4, decision_reason = $5 where id = $1`,
      [id, decision, tx.actor.personId, tx.now, reason],
    );
  }

  async applied(tx: Tx, id: string): Promise<void> {
    await tx.run(`update odop.district_order set applied_at = $2 where id = $1`, [id, tx.now]);
  }

  /** Confirmed orders whose day has come. */
  async due(tx: Tx, today: string, limit: number): Promise<string[]> {
    const rows = await tx.many(
      ids,
      `select id from odop.district_order
        where applied_at is null and decision = 'confirmed' and effective_from <= $1 order by effective_from, id limit $2`,
      [today, limit],
    );
    return rows.map((row) => row.id);
  }

  /** What an order must fit, as it stands now. */
  async ground(tx: Tx, district: DistrictGround['district'] & { id: string }, plan: DistrictPlan) {
    const of = async (sql: string, values: readonly unknown[]) => {
      const rows = await tx.many(ids, sql, values);
      return new Set(rows.map((row) => row.id));
    };
    const { id, state_code } = district;
    const names = await of(
      `select d.name as id from odop.district d where d.state_code = $1 and d.valid_to is null
        union select a.alias from odop.district_alias a join odop.district d on d.id = a.district_id
               where a.state_code = $1 and d.valid_to is null and (a.district_id <> $2 or $3 <> 'rename')`,
      [state_code, id, plan.kind],
    );
    const into = plan.kind !== 'merge' ? null : plan.into;
    const ground: DistrictGround = {
      district,
      stateName: [...(await of(`select name as id from odop.state where code = $1`, [state_code]))][0]!,
      takenNames: new Set([...names].map(foldName)),
      takenSlugs: await of(`select slug as id from odop.district`, []),
      takenLgdCodes: new Set(
        [...(await of(`select lgd_code::text as id from odop.district where lgd_code is not null`, []))].map(Number),
      ),
      pincodes: await of(`select pincode as id from odop.pincode where district_id = $1`, [id]),
      entries: await of(`select id from odop.entry where district_id = $1 and state not in ('retired', 'rejected')`, [
        id,
      ]),
      into: await tx.maybe(
        z.object({ id: z.uuid(), slug: z.string(), state_code: z.string() }),
        `select id, slug, state_code from odop.district where slug = $1 and valid_to is null`,
        [into],
      ),
    };
    return ground;
  }

  /**
   * What stands in the place of named entries by now: one that was followed by a new version goes on in it, one that is closed
   * is nowhere.
   */
  async present(tx: Tx, named: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.many(
      z.object({ named: z.uuid(), id: z.uuid() }),
      `with recursive chain as (
         select id as named, id, state, 0 as depth from odop.entry where id = any($1)
         union all
         select c.named, e.id, e.state, c.depth + 1 from chain c join odop.entry e on e.succeeds_id = c.id
          where c.state = 'retired')
       select distinct on (named) named, id from chain where state not in ('retired', 'rejected')
        order by named, depth desc, id`,
      [named],
    );
    return new Map(rows.map((row) => [row.named, row.id]));
  }
}
