import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { ManageTeam } from '#identity';
import { Allow, Answers, Does, Limited, Of, Refuses, StepUp } from '#platform/http';
import { invitationBody, roleEndBody, team, viewOfTeam } from './team.schema.js';

const id = z.uuid();

/** Who works for the shop the caller acts for. */
@Controller('v1/seller/team')
export class TeamController {
  constructor(private readonly team: ManageTeam) {}

  @Get()
  @Does('Who works for your shop, in which roles, and who is invited')
  @Allow('maker:manage-members')
  @Answers(200, team)
  @Refuses('organisation_not_found')
  async all() {
    return viewOfTeam(await this.team.list());
  }

  @Post('invitations')
  @Limited('codes')
  @Does('Invite somebody, by mobile or e-mail, to work for your shop')
  @Allow('maker:manage-members')
  @StepUp()
  @HttpCode(200)
  @Answers(200, team)
  @Refuses('organisation_not_found', 'may_not_grant', 'second_person_needed', 'invitation_open', 'too_many_invitations')
  async invite(@Body({ schema: invitationBody }) body: z.infer<typeof invitationBody>) {
    await this.team.invite(body.to, body.role);
    return this.all();
  }

  @Delete('invitations/:id')
  @Of(ManageTeam, (manage, tx, one) => manage.invitation(tx, one))
  @Does('Withdraw an invitation')
  @Allow('maker:manage-members')
  @HttpCode(204)
  @Answers(204)
  @Refuses('organisation_not_found', 'invitation_not_found')
  withdraw(@Param('id', { schema: id }) invitationId: string): Promise<void> {
    return this.team.withdraw(invitationId);
  }

  @Post('roles/:id/end')
  @Of(ManageTeam, (manage, tx, one) => manage.grant(tx, one))
  @Does('Take a role back; felt within two seconds')
  @Allow('maker:manage-members')
  @StepUp()
  @HttpCode(204)
  @Answers(204)
  @Refuses('organisation_not_found', 'grant_not_found', 'may_not_grant', 'second_person_needed', 'last_owner_stays')
  endRole(
    @Param('id', { schema: id }) grantId: string,
    @Body({ schema: roleEndBody }) body: z.infer<typeof roleEndBody>,
  ): Promise<void> {
    return this.team.endRole(grantId, body.reason);
  }

  @Post('departure')
  @Does('Work for the shop no longer; the last owner closes it instead')
  @Allow('self')
  @HttpCode(204)
  @Answers(204)
  @Refuses('organisation_not_found', 'last_owner_stays')
  leave(): Promise<void> {
    return this.team.leave();
  }
}
