import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Of, Refuses } from '#platform/http';
import { istDay } from '#platform/time';
import { MembersQuery } from '#sellers';
import { membersOnDesk, viewOfMembersOnDesk } from '../seller/members.schema.js';

/** Members of a group whose application an officer decides on. @rule S-42 */
@Controller('v1/admin/sellers/:id/members')
@Of(MembersQuery, (members, tx, id) => members.onDesk(tx, id))
export class AdminSellerMembersController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly members: MembersQuery,
  ) {}

  @Get()
  @Does('Members of a group on your desk: who agreed, and the shares of today; that you looked is recorded')
  @Allow('district:review-sellers')
  @Answers(200, membersOnDesk)
  @Refuses('seller_unknown')
  all(@Param('id', { schema: z.uuid() }) id: string) {
    return this.work.run(async (tx) => viewOfMembersOnDesk(await this.members.onDesk(tx, id), istDay(tx.now)));
  }
}
