import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CreateOrganisation, EndRole, GrantRole, LookAs, PeopleQuery, SuspendPerson, type Role } from '#identity';
import { Allow, Answers, Does, fail, Refuses, StepUp, OfNobody } from '#platform/http';
import { clientOf } from '../auth/client.js';
import {
  grant,
  grantBody,
  lookUpBody,
  made,
  officeBody,
  person,
  proposedGrants,
  reasonBody,
  staffToken,
} from './people.schema.js';

const id = z.uuid();
type Reason = z.infer<typeof reasonBody>;

/** People, offices and roles, for platform administrators. None of it reaches into procurement (S-28). */
@Controller('v1/admin')
@OfNobody('platform administrators see everybody')
export class AdminPeopleController {
  constructor(
    private readonly people: PeopleQuery,
    private readonly suspendPerson: SuspendPerson,
    private readonly lookAs: LookAs,
    private readonly grantRole: GrantRole,
    private readonly endRole: EndRole,
    private readonly createOrganisation: CreateOrganisation,
  ) {}

  @Post('people/look-up')
  @HttpCode(200)
  @Allow('admin:users')
  @Does('Finds a person by their whole mobile or e-mail')
  @Answers(200, person)
  async lookUp(@Body({ schema: lookUpBody }) body: z.infer<typeof lookUpBody>): Promise<z.infer<typeof person>> {
    const found = await this.people.byContact(body.signIn);
    if (found === null) throw fail('not_found');
    const roles = found.roles.map(({ organisation_id, ...role }) => ({ ...role, organisationId: organisation_id }));
    return { ...found, roles };
  }

  @Post('people/:id/suspension')
  @HttpCode(204)
  @Allow('admin:users')
  @StepUp()
  @Does('Shuts a person out; all their sign-ins end now')
  @Answers(204)
  @Refuses('person_not_found', 'person_state_unfit', 'second_person_needed')
  suspend(@Param('id', { schema: id }) personId: string, @Body({ schema: reasonBody }) body: Reason): Promise<void> {
    return this.suspendPerson.suspend(personId, body.reason);
  }

  @Post('people/:id/reinstatement')
  @HttpCode(204)
  @Allow('admin:users')
  @StepUp()
  @Does('Lets a suspended person in again')
  @Answers(204)
  @Refuses('person_not_found', 'person_state_unfit', 'second_person_needed')
  reinstate(@Param('id', { schema: id }) personId: string, @Body({ schema: reasonBody }) body: Reason): Promise<void> {
    return this.suspendPerson.reinstate(personId, body.reason);
  }

  @Post('people/:id/impersonation')
  @HttpCode(201)
  @Allow('admin:impersonate')
  @StepUp()
  @Does('Lets you see what a person sees, reading only; they are told')
  @Answers(201, staffToken)
  @Refuses('person_not_found', 'second_person_needed')
  impersonate(
    @Param('id', { schema: id }) personId: string,
    @Body({ schema: reasonBody }) body: Reason,
    @Req() request: FastifyRequest,
  ) {
    return this.lookAs.run(personId, body.reason, clientOf(request));
  }

  @Post('organisations')
  @HttpCode(201)
  @Allow('admin:users')
  @StepUp()
  @Does('Enters a ministry, a department, a nodal office, or a collection centre')
  @Answers(201, made)
  @Refuses('parent_does_not_fit')
  async createOffice(@Body({ schema: officeBody }) body: z.infer<typeof officeBody>) {
    return { id: await this.createOrganisation.run(body) };
  }

  @Post('role-grants')
  @HttpCode(201)
  @Allow('admin:users')
  @StepUp()
  @Does('Gives a role of a nodal office, or proposes one of the platform')
  @Answers(201, grant)
  @Refuses('may_not_grant', 'person_not_found', 'organisation_not_found', 'role_does_not_fit', 'role_held_already')
  @Refuses('second_person_needed', 'duties_not_separate')
  giveRole(@Body({ schema: grantBody }) body: z.infer<typeof grantBody>) {
    return this.grantRole.run({ ...body, role: body.role as Role });
  }

  @Get('role-grants')
  @Allow('admin:users')
  @Does('Roles of the platform that wait for a second administrator')
  @Answers(200, proposedGrants)
  async waitingRoles(): Promise<z.infer<typeof proposedGrants>> {
    const rows = await this.people.proposed();
    return {
      items: rows.map(({ organisation_id, person_id, ...row }) => ({
        ...row,
        organisationId: organisation_id,
        personId: person_id,
      })),
    };
  }

  @Post('role-grants/:id/confirmation')
  @HttpCode(204)
  @Allow('admin:users')
  @StepUp()
  @Does("The second administrator's yes")
  @Answers(204)
  @Refuses('grant_not_found', 'may_not_grant', 'second_person_needed', 'person_not_found')
  confirmRole(@Param('id', { schema: id }) grantId: string): Promise<void> {
    return this.endRole.confirm(grantId);
  }

  @Post('role-grants/:id/end')
  @HttpCode(204)
  @Allow('admin:users')
  @StepUp()
  @Does('Takes a role back, or refuses one that was proposed')
  @Answers(204)
  @Refuses('grant_not_found', 'may_not_grant', 'second_person_needed')
  endGrant(@Param('id', { schema: id }) grantId: string, @Body({ schema: reasonBody }) body: Reason): Promise<void> {
    return this.endRole.run(grantId, body.reason);
  }
}
