import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { AnswerInvitation } from '#identity';
import { Allow, Answers, Does, Of, Refuses } from '#platform/http';
import { invitations, viewOfInvitations } from '../seller/team.schema.js';

const id = z.uuid();

/** Invitations to an address the caller has proved. */
@Controller('v1/auth/invitations')
@Of(AnswerInvitation, (answer, tx, one) => answer.find(tx, one))
export class InvitationsController {
  constructor(private readonly answer: AnswerInvitation) {}

  @Get()
  @Does('Shops that ask you to work with them')
  @Allow('self')
  @Answers(200, invitations)
  async mine() {
    return viewOfInvitations(await this.answer.mine());
  }

  @Post(':id/acceptance')
  @Does('Work for the shop, in the role you are invited to')
  @Allow('self')
  @HttpCode(204)
  @Answers(204)
  @Refuses('invitation_not_found', 'role_held_already', 'duties_not_separate')
  accept(@Param('id', { schema: id }) invitationId: string): Promise<void> {
    return this.answer.accept(invitationId);
  }

  @Post(':id/refusal')
  @Does('Say no')
  @Allow('self')
  @HttpCode(204)
  @Answers(204)
  @Refuses('invitation_not_found')
  decline(@Param('id', { schema: id }) invitationId: string): Promise<void> {
    return this.answer.decline(invitationId);
  }
}
