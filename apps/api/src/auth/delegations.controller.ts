import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Delegate, DelegateLogQuery, OwnCode } from '#identity';
import { Allow, Answers, Does, Limited, Refuses, Of, OfNobody } from '#platform/http';
import { endOfIstDay } from '#platform/time';
import { askedDelegation, delegateLog, delegationBody, delegations, logQuery } from './account.schema.js';
import { codeBody } from './auth.schema.js';

/** Assisted mode: somebody a maker trusts acts for her. */
@Controller('v1/auth/delegations')
@Of(Delegate, async (delegate, _tx, id) => (await delegate.list()).find((one) => one.id === id) ?? null)
export class DelegationsController {
  constructor(
    private readonly delegate: Delegate,
    private readonly ownCode: OwnCode,
    private readonly log: DelegateLogQuery,
  ) {}

  @Post()
  @Limited('codes')
  @HttpCode(202)
  @Allow('self')
  @Does('Asks a maker, by a code to her own mobile, to let you act for her')
  @Answers(202, askedDelegation)
  @Refuses('delegation_scope_unfit', 'delegation_too_long', 'too_many_codes')
  ask(@Body({ schema: delegationBody }) { until, ...body }: z.infer<typeof delegationBody>) {
    return this.delegate.ask({ ...body, until: endOfIstDay(until) });
  }

  @Post(':id/consent')
  @OfNobody('the id and the code are known to who asked')
  @Limited('sign-in')
  @HttpCode(204)
  @Allow('self')
  @Does("Gives the maker's code: from now on the delegation counts")
  @Answers(204)
  @Refuses('code_refused')
  consent(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: codeBody }) body: z.infer<typeof codeBody>,
  ): Promise<void> {
    return this.delegate.consent(id, body.code);
  }

  @Get()
  @Allow('self')
  @Does('Lists the delegations you gave or received')
  @Answers(200, delegations)
  async list(): Promise<z.infer<typeof delegations>> {
    const rows = await this.delegate.list();
    return {
      items: rows.map((row) => ({
        id: row.id,
        maker: row.maker,
        delegate: row.delegate,
        organisationId: row.organisation_id,
        kind: row.kind,
        scope: row.scope,
        until: row.until.toISOString(),
        state: row.state,
      })),
    };
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('self')
  @Does('Ends a delegation at once, by either of the two')
  @Answers(204)
  @Refuses('delegation_not_found')
  end(@Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.delegate.end(id);
  }

  @Get('log')
  @Allow('self')
  @Does('What others did in your name: delegates, and staff who looked')
  @Answers(200, delegateLog)
  async readLog(@Query({ schema: logQuery }) query: z.infer<typeof logQuery>): Promise<z.infer<typeof delegateLog>> {
    return { items: await this.log.ofMine(query.limit, query.before ?? null) };
  }

  @Post('own-codes/:id/confirmation')
  @OfNobody('the id and the code are known to who asked')
  @Limited('sign-in')
  @HttpCode(204)
  @Allow('self')
  @Does("Gives the maker's code for that act; it counts for 10 minutes, once")
  @Answers(204)
  @Refuses('code_refused')
  giveOwnCode(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: codeBody }) body: z.infer<typeof codeBody>,
  ): Promise<void> {
    return this.ownCode.give(id, body.code);
  }
}
