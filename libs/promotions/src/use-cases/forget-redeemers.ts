import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';

const at_most = 5_000;

@Injectable()
export class ForgetRedeemers {
  constructor(private readonly work: UnitOfWork) {}

  /** Forgets by what people would be known again once a promotion is given no more. Run by a clock, in bites. @returns rows removed @rule S-66 */
  run(): Promise<number> {
    return this.work.run((tx) =>
      tx.run(
        `delete from promotions.redeemer where ctid in (
           select c.ctid from promotions.promotion p join promotions.redeemer c on c.promotion_id = p.id
            where p.ended_at <= $1 or p.ends_at <= $1 limit ${at_most})`,
        [tx.now],
      ),
    );
  }
}
