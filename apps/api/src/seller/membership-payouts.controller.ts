import { Controller, Get } from '@nestjs/common';
import { PayoutsQuery } from '#payments';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does } from '#platform/http';
import { ownShares, viewOfOwnShare } from './payouts.schema.js';

/** What a member gets of what her groups were paid, for herself. */
@Controller('v1/seller/memberships/payouts')
export class MembershipPayoutsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly payouts: PayoutsQuery,
  ) {}

  @Get()
  @Does(
    'Your own part of what the groups that keep you as a member were paid; where you agreed by a code to your mobile',
  )
  @Allow('self')
  @Answers(200, ownShares)
  async mine() {
    return { items: (await this.work.run((tx) => this.payouts.mine(tx))).map(viewOfOwnShare) };
  }
}
