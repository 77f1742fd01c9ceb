import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { EndRole, RegisterBuyerOrganisation, VerifyBuyerOrganisation } from '#identity';
import { Allow, Answers, Does, Refuses, StepUp, Of } from '#platform/http';
import {
  approvalBody,
  buyerRegistration,
  buyerRegistrationBody,
  reasonBody,
  waitingRegistrations,
} from './users.schema.js';

/** How a buying organisation comes in: its head registers it, another officer verifies. */
@Controller('v1/government')
@Of(
  VerifyBuyerOrganisation,
  async (verify, _tx, id) => (await verify.waiting()).find((one) => one.registrationId === id) ?? null,
)
export class GovernmentRegistrationsController {
  constructor(
    private readonly register: RegisterBuyerOrganisation,
    private readonly verify: VerifyBuyerOrganisation,
    private readonly roles: EndRole,
  ) {}

  @Post('registrations')
  @HttpCode(201)
  @Allow('self')
  @StepUp()
  @Does('Registers the organisation you head; it counts once the verifying authority has said yes')
  @Answers(201, buyerRegistration)
  @Refuses('official_mailbox_needed', 'verifier_does_not_fit', 'rank_too_low', 'parent_does_not_fit')
  registerOrganisation(@Body({ schema: buyerRegistrationBody }) body: z.infer<typeof buyerRegistrationBody>) {
    return this.register.run(body);
  }

  @Get('verifications')
  @Allow('self')
  @Does('Registrations that name your official mailbox as the verifying authority')
  @Answers(200, waitingRegistrations)
  async waiting(): Promise<z.infer<typeof waitingRegistrations>> {
    return { items: await this.verify.waiting() };
  }

  @Post('verifications/:id/approval')
  @HttpCode(204)
  @Allow('self')
  @StepUp()
  @Does('Verifies the primary user, once')
  @Answers(204)
  @Refuses('registration_not_found', 'ranks_too_far', 'rank_too_low', 'duties_not_separate', 'second_person_needed')
  approve(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: approvalBody }) body: z.infer<typeof approvalBody>,
  ): Promise<void> {
    return this.verify.approve(id, body.rank);
  }

  @Post('verifications/:id/rejection')
  @HttpCode(204)
  @Allow('self')
  @StepUp()
  @Does('Does not verify, and says why')
  @Answers(204)
  @Refuses('registration_not_found', 'second_person_needed')
  reject(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: reasonBody }) body: z.infer<typeof reasonBody>,
  ): Promise<void> {
    return this.verify.reject(id, body.reason);
  }

  @Post('role-grants/:id/confirmation')
  @Of(EndRole, (grants, tx, id) => grants.find(tx, id))
  @HttpCode(204)
  @Allow('gov:verify')
  @StepUp()
  @Does('Verifies the successor of a primary user')
  @Answers(204)
  @Refuses('grant_not_found', 'may_not_grant', 'second_person_needed')
  confirmSuccessor(@Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.roles.confirm(id);
  }
}
