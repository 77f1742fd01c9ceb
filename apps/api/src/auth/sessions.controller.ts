import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { EndSession, OpenSession, parseContact, ProveSecondFactor, RefreshSession } from '#identity';
import { Allow, Answers, Limited, Me, Open, Refuses } from '#platform/http';
import type { Actor } from '#platform/kernel';
import { proofBody, refreshBody, sessions, signInBody, tokens } from './auth.schema.js';
import { clientOf } from './client.js';

const bearer = <T extends object>(issued: T) => ({ ...issued, tokenType: 'Bearer' as const });

@Controller('v1/auth/sessions')
export class SessionsController {
  constructor(
    private readonly openSession: OpenSession,
    private readonly refreshSession: RefreshSession,
    private readonly endSession: EndSession,
    private readonly secondFactor: ProveSecondFactor,
  ) {}

  @Post()
  @Limited('sign-in')
  @Open({ ignoresCredentials: true })
  @Answers(201, tokens)
  @Refuses('sign_in_refused', 'code_refused', 'too_many_tries', 'sign_in_busy')
  async open(@Body({ schema: signInBody }) body: z.infer<typeof signInBody>, @Req() request: FastifyRequest) {
    const client = clientOf(request);
    if ('challengeId' in body) return bearer(await this.openSession.withCode({ ...body, client }));
    const { signIn, ...rest } = body;
    return bearer(await this.openSession.withPassword({ ...rest, contact: parseContact(signIn), client }));
  }

  @Post('refresh')
  @Limited('sign-in')
  @Open({ ignoresCredentials: true })
  @HttpCode(200)
  @Answers(200, tokens)
  @Refuses('credential_refused')
  async refresh(@Body({ schema: refreshBody }) body: z.infer<typeof refreshBody>, @Req() request: FastifyRequest) {
    return bearer(await this.refreshSession.run(body.refreshToken, clientOf(request)));
  }

  @Get()
  @Allow('self')
  @Answers(200, sessions)
  async list(@Me() me: Actor): Promise<z.infer<typeof sessions>> {
    const live = await this.endSession.list();
    return {
      items: live.map((each) => ({
        id: each.id,
        isThis: each.id === me.sessionId,
        client: each.client,
        address: each.address,
        openedAt: each.opened_at.toISOString(),
        lastUsedAt: each.last_used_at.toISOString(),
        expiresAt: each.expires_at.toISOString(),
        staffReason: each.staff_reason,
      })),
    };
  }

  @Post('current/second-factor')
  @Limited('sign-in')
  @Allow('self')
  @HttpCode(204)
  @Answers(204)
  @Refuses('code_refused', 'second_factor_absent', 'too_many_tries')
  prove(@Me() me: Actor, @Body({ schema: proofBody }) body: z.infer<typeof proofBody>): Promise<void> {
    return this.secondFactor.prove(me, body);
  }

  @Delete(':id')
  @Allow('self')
  @HttpCode(204)
  @Answers(204)
  @Refuses('session_not_found')
  end(@Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.endSession.one(id);
  }

  /** Signs out everywhere, here too. */
  @Delete()
  @Allow('self')
  @HttpCode(204)
  @Answers(204)
  async endAll(): Promise<void> {
    await this.endSession.all();
  }
}
