import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';

/** A cart nobody ordered in this time is forgotten; one that was ordered is kept with its checkout. @rule S-66 */
const abandoned_days = 90;
const at_most = 500;

@Injectable()
export class PurgeCarts {
  constructor(private readonly work: UnitOfWork) {}

  /** Forgets what somebody once looked at and never bought, and quotes that are over. Run by a clock, in small bites. @returns carts removed @rule S-66 */
  run(): Promise<number> {
    return this.work.run(async (tx) => {
      await tx.run(
        `delete from orders.quote where id in (
           select id from orders.quote where expires_at < $1::timestamptz - interval '1 day'
            order by expires_at limit ${at_most})`,
        [tx.now],
      );
      const guests = await tx.run(
        `delete from orders.cart where id in (
           select id from orders.cart
            where ends_at <= $1 and state <> 'ordered' order by ends_at limit ${at_most} for update skip locked)`,
        [tx.now],
      );
      // Real time: a moved demo clock empties nobody's cart. One that is being ordered now is passed over.
      const abandoned = await tx.run(
        `delete from orders.cart where id in (
           select id from orders.cart
            where state <> 'ordered' and ends_at is null and made_at < clock_timestamp() - make_interval(days => $1)
            order by made_at limit ${at_most} for update skip locked)`,
        [abandoned_days],
      );
      return guests + abandoned;
    });
  }
}
