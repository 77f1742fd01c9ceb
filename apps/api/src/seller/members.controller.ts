import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, created, Does, Limited, Of, Refuses } from '#platform/http';
import { AgreeAsMember, ManageMembers, MembersQuery } from '#sellers';
import {
  departureBody,
  memberCodeSent,
  memberConsentBody,
  memberList,
  newMemberBody,
  sharesBody,
  viewOfMember,
} from './members.schema.js';

/** Members of a group, their consent and their shares, for the group's own people. @rule */
@Controller('v1/seller/applications/:id/members')
@Of(MembersQuery, (members, tx, id) => members.own(tx, id))
export class SellerMembersController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly members: MembersQuery,
    private readonly manage: ManageMembers,
    private readonly agree: AgreeAsMember,
  ) {}

  @Get()
  @Does('Members of your group with their shares of today, those who left among them')
  @Allow('maker:apply')
  @Answers(200, memberList)
  @Refuses('seller_unknown')
  all(@Param('id', { schema: z.uuid() }) id: string) {
    return this.view(id);
  }

  @Post()
  @Does('Write a member down; she agrees next')
  @Allow('maker:apply')
  @Answers(201, memberList)
  @Refuses('seller_unknown', 'members_not_kept', 'evidence_closed', 'member_dates_unfit')
  async add(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: newMemberBody }) body: z.infer<typeof newMemberBody>,
  ) {
    await this.manage.add(id, body);
    return created(`/v1/seller/applications/${id}/members`, await this.view(id));
  }

  @Post('shares')
  @Does('Set who has which part from a day on; earlier days stay as they were')
  @Allow('maker:apply')
  @HttpCode(200)
  @Answers(200, memberList)
  @Refuses('seller_unknown', 'members_not_kept', 'evidence_closed', 'shares_unfit')
  async setShares(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: sharesBody }) body: z.infer<typeof sharesBody>,
  ) {
    await this.manage.setShares(id, body.holdsFrom, body.reason, body.shares);
    return this.view(id);
  }

  @Post(':memberId/consent-codes')
  @Does('Sends the member a code that names your group; giving it is her consent')
  @Limited('codes')
  @Allow('maker:apply')
  @HttpCode(202)
  @Answers(202, memberCodeSent)
  @Refuses(
    'seller_unknown',
    'members_not_kept',
    'evidence_closed',
    'member_unknown',
    'members_not_asked_yet',
    'member_has_no_mobile',
    'consent_given',
    'too_many_codes',
  )
  ask(@Param('id', { schema: z.uuid() }) id: string, @Param('memberId', { schema: z.uuid() }) memberId: string) {
    return this.agree.ask(id, memberId);
  }

  @Post(':memberId/consent')
  @Does('The member agrees: by the code she was sent, or on a paper a delegate scanned')
  @Limited('codes')
  @Allow('maker:apply')
  @HttpCode(200)
  @Answers(200, memberList)
  @Refuses(
    'seller_unknown',
    'members_not_kept',
    'evidence_closed',
    'member_unknown',
    'document_unknown',
    'document_not_scanned',
    'document_infected',
    'consent_given',
    'code_refused',
    'paper_consent_by_delegate',
  )
  async agrees(
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('memberId', { schema: z.uuid() }) memberId: string,
    @Body({ schema: memberConsentBody }) body: z.infer<typeof memberConsentBody>,
  ) {
    if ('code' in body) await this.agree.byCode(id, memberId, body.challengeId, body.code);
    else await this.agree.onPaper(id, memberId, body.documentId);
    return this.view(id);
  }

  @Post(':memberId/departure')
  @Does('The member leaves on a day')
  @Allow('maker:apply')
  @HttpCode(200)
  @Answers(200, memberList)
  @Refuses('seller_unknown', 'members_not_kept', 'evidence_closed')
  @Refuses('member_unknown', 'member_has_share', 'member_dates_unfit')
  async leaves(
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('memberId', { schema: z.uuid() }) memberId: string,
    @Body({ schema: departureBody }) body: z.infer<typeof departureBody>,
  ) {
    await this.manage.leave(id, memberId, body.leftOn);
    return this.view(id);
  }

  private async view(id: string): Promise<z.input<typeof memberList>> {
    return { items: (await this.work.run((tx) => this.members.own(tx, id))).map(viewOfMember) };
  }
}
