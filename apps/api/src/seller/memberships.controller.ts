import { Controller, Get } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does } from '#platform/http';
import { MembersQuery } from '#sellers';
import { membershipList, viewOfMembership } from './members.schema.js';

/** What groups keep of their members, for the member herself. */
@Controller('v1/seller/memberships')
export class MembershipsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly members: MembersQuery,
  ) {}

  @Get()
  @Does('Groups that keep you as a member, with your own share; where you agreed by a code to your mobile')
  @Allow('self')
  @Answers(200, membershipList)
  async mine() {
    return { items: (await this.work.run((tx) => this.members.mine(tx))).map(viewOfMembership) };
  }
}
