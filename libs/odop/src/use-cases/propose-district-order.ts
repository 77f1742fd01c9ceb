import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { DistrictOrders, type WantedOrder } from '../data/district-orders.repository.js';
import { OfficesQuery } from '../data/offices.query.js';
import { assertFits } from '../domain/district-order.js';
import { fail } from '../domain/odop.errors.js';

const districtRow = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  state_code: z.string(),
  ended_on: z.string().nullable(),
});

@Injectable()
export class ProposeDistrictOrder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: DistrictOrders,
    private readonly offices: OfficesQuery,
  ) {}

  /**
   * The programme desk enters an order that renames, divides or merges a district. Nothing changes before a second officer
   * has confirmed it and its day has come.
   * @returns the order's id
   * @throws outside_your_desk (403), district_not_listed, district_ended, district_order_too_early, pincode_not_of_district,
   *   entry_not_of_district, merge_into_other_state (422), district_order_open, district_name_taken,
   *   district_lgd_taken (409)
   * @rule R-4.29a
   */
  run(slug: string, wanted: WantedOrder): Promise<string> {
    return this.work.run(async (tx) => {
      const district = await this.present(tx, slug);
      await this.offices.assertMay(tx, 'change_district', {
        district_id: district.id,
        district_name: district.name,
        state_code: district.state_code,
      });
      const open = await this.orders.open(tx, district.id);
      if (open !== null) throw fail('district_order_open', { orderId: open });
      const since = await this.orders.lastDay(tx, district.id);
      if (since !== null && wanted.effectiveFrom <= since)
        throw fail('district_order_too_early', { district: district.name, since });
      assertFits(wanted.plan, await this.orders.ground(tx, district, wanted.plan));
      const id = await this.orders.add(tx, district.id, wanted);
      tx.audit({
        action: 'odop.district_order_proposed',
        object: { kind: 'odop.district_order', id },
        after: { district: slug, kind: wanted.plan.kind, orderNo: wanted.orderNo, effectiveFrom: wanted.effectiveFrom },
        reason: wanted.reason,
      });
      return id;
    });
  }

  private async present(tx: Tx, slug: string): Promise<z.output<typeof districtRow>> {
    const district = await tx.maybe(
      districtRow,
      `select id, slug, name, state_code, valid_to::text as ended_on from odop.district where slug = $1 for update`,
      [slug],
    );
    if (district === null) throw fail('district_not_listed', { district: slug });
    if (district.ended_on !== null)
      throw fail('district_ended', { district: district.name, ended_on: district.ended_on });
    return district;
  }
}
