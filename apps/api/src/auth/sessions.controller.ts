import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { EndSession, OpenSession, parseContact, ProveSecondFactor, RefreshSession } from '#identity';
import { Allow, Answers, Does, Limited, Me, Open, Refuses, Of } from '#platform/http';
import type { Actor } from '#platform/kernel';
import { askedCode, proofBody, refreshBody, sessions, signInBody, tokens } from './auth.schema.js';
import { clientOf } from './client.js';

const bearer = <T extends object>(issued: T) => ({ ...issued, tokenType: 'Bearer' as const });

@Controller('v1/auth/sessions')
@Of(EndSession, async (sessions, _tx, id) => (await sessions.list()).find((one) => one.id === id) ?? null)
export class SessionsController {
  constructor(
    private readonly openSession: OpenSession,
    private readonly refreshSession: RefreshSession,
    private readonly endSession: EndSession,
    private readonly secondFactor: ProveSecondFactor,
  ) {}

  @Post()
  @Limited('sign-in')
  @Does('Signs in with a password or a one-time code')
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
  @Does('Trades a refresh token for the next one, with a new access token')
  @Open({ ignoresCredentials: true })
  @HttpCode(200)
  @Answers(200, tokens)
  @Refuses('credential_refused')
  async refresh(@Body({ schema: refreshBody }) body: z.infer<typeof refreshBody>, @Req() request: FastifyRequest) {
    return bearer(await this.refreshSession.run(body.refreshToken, clientOf(request)));
  }

  @Get()
  @Does('Lists your sign-ins')
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

  @Post('current/codes')
  @Limited('codes')
  @HttpCode(202)
  @Allow('self')
  @Does('Sends a fresh code to your own mobile or mailbox, for acts that need one; for accounts without an app')
  @Answers(202, askedCode)
  @Refuses('second_factor_exists', 'too_many_codes')
  askOwnCode(@Me() me: Actor) {
    return this.secondFactor.askOwnCode(me);
  }

  @Post('current/second-factor')
  @Limited('sign-in')
  @Allow('self')
  @HttpCode(204)
  @Does('Proves the second factor: the app, a recovery code, or the fresh code that was sent')
  @Answers(204)
  @Refuses('code_refused', 'second_factor_absent', 'too_many_tries', 'sign_in_busy')
  async prove(@Me() me: Actor, @Body({ schema: proofBody }) body: z.infer<typeof proofBody>): Promise<void> {
    if ('challengeId' in body) await this.secondFactor.proveOwnCode(me, body.challengeId, body.code);
    else await this.secondFactor.prove(me, body);
  }

  @Delete(':id')
  @Does('Ends one of your sign-ins')
  @Allow('self')
  @HttpCode(204)
  @Answers(204)
  @Refuses('session_not_found')
  end(@Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.endSession.one(id);
  }

  @Delete()
  @Does('Signs out everywhere, here too')
  @Allow('self')
  @HttpCode(204)
  @Answers(204)
  async endAll(): Promise<void> {
    await this.endSession.all();
  }
}
