import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { EndRole, ManageOffices, TransferCharge } from '#identity';
import type { Tx } from '#platform/database';
import { Allow, Answers, Does, Refuses, StepUp, Of } from '#platform/http';
import { appointmentBody, made, officeBody, postBody, posts, reasonBody, transferBody } from './users.schema.js';

/** A post of the house the caller administers, for @Of. */
const postOfHouse = async (offices: ManageOffices, _tx: Tx, id: string) =>
  (await offices.list()).find((post) => post.postId === id) ?? null;

/** The primary user's desk: offices, posts and who holds them. */
@Controller('v1/government')
export class GovernmentPostsController {
  constructor(
    private readonly offices: ManageOffices,
    private readonly charge: TransferCharge,
    private readonly roles: EndRole,
  ) {}

  @Get('posts')
  @Allow('gov:manage-users')
  @Does('Posts of the organisation and its offices, with their holders and roles')
  @Answers(200, posts)
  async list(): Promise<z.infer<typeof posts>> {
    return { items: await this.offices.list() };
  }

  @Post('offices')
  @HttpCode(201)
  @Allow('gov:manage-users')
  @Does('Opens an office under the organisation acted for')
  @Answers(201, made)
  @Refuses('parent_does_not_fit')
  async openOffice(@Body({ schema: officeBody }) body: z.infer<typeof officeBody>) {
    return { id: await this.offices.openOffice(body) };
  }

  @Post('posts')
  @HttpCode(201)
  @Allow('gov:manage-users')
  @Does('Makes a vacant post')
  @Answers(201, made)
  @Refuses('organisation_not_found')
  async openPost(@Body({ schema: postBody }) body: z.infer<typeof postBody>) {
    return { id: await this.offices.openPost(body) };
  }

  @Post('posts/:id/appointment')
  @Of(ManageOffices, postOfHouse)
  @HttpCode(204)
  @Allow('gov:manage-users')
  @StepUp()
  @Does('Puts an officer into a vacant post, with its roles')
  @Answers(204)
  @Refuses('post_not_found', 'post_is_held', 'person_not_found', 'official_mailbox_needed', 'rank_too_low')
  @Refuses('duties_not_separate', 'may_not_grant', 'second_person_needed', 'role_does_not_fit')
  appoint(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: appointmentBody }) body: z.infer<typeof appointmentBody>,
  ): Promise<void> {
    return this.charge.appoint(id, body.officer, body.roles);
  }

  @Post('posts/:id/transfer')
  @Of(ManageOffices, postOfHouse)
  @HttpCode(204)
  @Allow('gov:manage-users')
  @StepUp()
  @Does('Hands a post with its roles and open work to a successor')
  @Answers(204)
  @Refuses('post_not_found', 'post_is_vacant', 'person_not_found', 'official_mailbox_needed', 'rank_too_low')
  @Refuses('duties_not_separate', 'may_not_grant', 'second_person_needed')
  transfer(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: transferBody }) body: z.infer<typeof transferBody>,
  ): Promise<void> {
    return this.charge.run(id, body.successor, body.reason);
  }

  @Post('role-grants/:id/end')
  @Of(EndRole, (grants, tx, id) => grants.find(tx, id))
  @HttpCode(204)
  @Allow('gov:manage-users')
  @StepUp()
  @Does('Takes a role back')
  @Answers(204)
  @Refuses('grant_not_found', 'may_not_grant', 'second_person_needed')
  endRole(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: reasonBody }) body: z.infer<typeof reasonBody>,
  ): Promise<void> {
    return this.roles.run(id, body.reason);
  }
}
