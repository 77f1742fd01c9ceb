import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, created, fail, Pages, Refuses, StepUp, type Created, type Page, Of } from '#platform/http';
import {
  ApproveParameter,
  definitionOf,
  isParameterKey,
  PolicyQuery,
  ProposalsQuery,
  ProposeParameter,
  RejectParameter,
} from '#policy';
import { PolicyPages } from '../public/policy-pages.js';
import {
  parameter,
  parameterKey,
  parameterPage,
  parametersQuery,
  parameterView,
  type ParametersQuery,
  type ParameterView,
} from '../public/policy.schema.js';
import {
  newProposal,
  parameterHistory,
  proposal,
  proposalBody,
  proposalPage,
  proposalsQuery,
  proposalView,
  rejectionBody,
  type ProposalsQueryInput,
  type ProposalView,
} from './policy.schema.js';

/** The register for those who change it: two persons, always for a later day. */
@Controller('v1/admin/policy')
@Of(ProposalsQuery, (proposals, _tx, id) => proposals.byId(id))
export class AdminPolicyController {
  constructor(
    private readonly policy: PolicyQuery,
    private readonly parameterPages: PolicyPages,
    private readonly pages: Pages,
    private readonly proposals: ProposalsQuery,
    private readonly proposeParameter: ProposeParameter,
    private readonly approveParameter: ApproveParameter,
    private readonly rejectParameter: RejectParameter,
  ) {}

  @Get('parameters')
  @Allow('admin:policy')
  @Answers(200, parameterPage)
  list(@Query({ schema: parametersQuery }) query: ParametersQuery): Promise<Page<ParameterView>> {
    return this.parameterPages.inForce(query);
  }

  @Get('parameters/:key')
  @Allow('admin:policy')
  @Answers(200, parameterHistory)
  history(@Param('key', { schema: parameterKey }) key: string): z.infer<typeof parameterHistory> {
    if (!isParameterKey(key)) throw fail('not_found');
    const { unit, rule, says } = definitionOf(key);
    return { key, unit, rule, says, values: this.policy.history(key).slice(0, 1_000).map(parameterView) };
  }

  @Get('proposals')
  @Allow('admin:policy')
  @Answers(200, proposalPage)
  async waiting(@Query({ schema: proposalsQuery }) query: ProposalsQueryInput): Promise<Page<ProposalView>> {
    const request = this.pages.read(query, z.tuple([z.uuid()]));
    const { state } = query;
    const rows = await this.proposals.page(state, request.key?.[0] ?? null, request.towards, request.limit + 1);
    const count = request.wantsCount ? await this.proposals.count(state) : undefined;
    return this.pages.of(request, rows, (row) => [row.id], proposalView, count);
  }

  @Get('proposals/:id')
  @Allow('admin:policy')
  @Answers(200, proposal)
  async one(@Param('id', { schema: z.uuid() }) id: string): Promise<ProposalView> {
    const row = await this.proposals.byId(id);
    if (row === null) throw fail('not_found');
    return proposalView(row);
  }

  @Post('proposals')
  @HttpCode(201)
  @Allow('admin:policy')
  @Answers(201, proposal)
  @Refuses('parameter_unknown', 'parameter_value_invalid', 'parameter_not_in_future', 'parameter_changes_that_day')
  @Refuses('policy_needs_person')
  async propose(@Body({ schema: proposalBody }) body: z.infer<typeof proposalBody>): Promise<Created<ProposalView>> {
    const row = await this.proposeParameter.run(newProposal(body));
    return created(`/v1/admin/policy/proposals/${row.id}`, proposalView(row));
  }

  @Post('proposals/:id/approval')
  @HttpCode(200)
  @Allow('admin:policy-approve')
  @StepUp()
  @Answers(200, parameter)
  @Refuses('proposal_unknown', 'proposal_not_open', 'proposer_cannot_approve', 'policy_needs_person')
  @Refuses('parameter_not_in_future', 'parameter_changes_that_day')
  async approve(@Param('id', { schema: z.uuid() }) id: string): Promise<ParameterView> {
    return parameterView(await this.approveParameter.run(id));
  }

  @Post('proposals/:id/rejection')
  @HttpCode(204)
  @Allow('admin:policy-approve')
  @Answers(204)
  @Refuses('proposal_unknown', 'proposal_not_open', 'proposer_cannot_approve', 'policy_needs_person')
  async reject(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: rejectionBody }) body: z.infer<typeof rejectionBody>,
  ): Promise<void> {
    await this.rejectParameter.run(id, body.reason);
  }
}
