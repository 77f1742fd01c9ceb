import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { AskCode, ChangePassword, ProveSecondFactor } from '#identity';
import { Allow, Answers, Does, Limited, Me, Open, Refuses, StepUp, OfNobody } from '#platform/http';
import type { Actor } from '#platform/kernel';
import {
  askCodeBody,
  askedCode,
  codeBody,
  me as meSchema,
  passwordBody,
  recoveryCodes,
  resetBody,
  secondFactor,
} from './auth.schema.js';

@Controller('v1/auth')
export class AccountController {
  constructor(
    private readonly askCode: AskCode,
    private readonly changePassword: ChangePassword,
    private readonly secondFactor: ProveSecondFactor,
  ) {}

  @Get('me')
  @Does('Who you are here, and what you may do')
  @Allow('self')
  @Answers(200, meSchema)
  me(@Me() actor: Actor): z.infer<typeof meSchema> {
    return {
      personId: actor.personId!,
      organisationId: actor.organisationId,
      postId: actor.postId,
      roles: [...actor.roles],
      permissions: [...actor.permissions].sort(),
      secondFactorAt: actor.secondFactorAt?.toISOString() ?? null,
      delegateId: actor.delegateId,
    };
  }

  @Post('codes')
  @Limited('codes')
  @Does('Sends a code to sign in with')
  @Open({ ignoresCredentials: true })
  @HttpCode(202)
  @Answers(202, askedCode)
  @Refuses('too_many_codes')
  codeToSignIn(@Body({ schema: askCodeBody }) body: z.infer<typeof askCodeBody>) {
    return this.askCode.run('sign_in', body.signIn);
  }

  @Post('password-resets')
  @Limited('codes')
  @Does('Sends a code to set a new password with')
  @Open({ ignoresCredentials: true })
  @HttpCode(202)
  @Answers(202, askedCode)
  @Refuses('too_many_codes')
  codeForPassword(@Body({ schema: askCodeBody }) body: z.infer<typeof askCodeBody>) {
    return this.askCode.run('reset_password', body.signIn);
  }

  @Post('password-resets/:id/completion')
  @OfNobody('the id and the code are known to who asked')
  @Limited('sign-in')
  @Does('Sets a new password; every sign-in ends')
  @Open({ ignoresCredentials: true })
  @HttpCode(204)
  @Answers(204)
  @Refuses('code_refused', 'password_too_weak', 'sign_in_busy')
  resetPassword(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: resetBody }) body: z.infer<typeof resetBody>,
  ): Promise<void> {
    return this.changePassword.reset(id, body.code, body.password);
  }

  @Put('password')
  @Does('Changes your password; every other sign-in ends')
  @Allow('self')
  @HttpCode(204)
  @Answers(204)
  @Refuses('sign_in_refused', 'password_too_weak', 'too_many_tries', 'sign_in_busy')
  setPassword(@Me() me: Actor, @Body({ schema: passwordBody }) body: z.infer<typeof passwordBody>): Promise<void> {
    return this.changePassword.own(me, body.oldPassword, body.newPassword);
  }

  @Post('second-factor')
  @Does('Shows the secret for an authenticator app')
  @Allow('self')
  @Answers(201, secondFactor)
  @Refuses('second_factor_exists')
  beginSecondFactor(@Me() me: Actor) {
    return this.secondFactor.begin(me);
  }

  @Post('second-factor/confirmation')
  @Limited('sign-in')
  @Does('Gives the first code of the app; answers recovery codes, shown this once')
  @Allow('self')
  @HttpCode(200)
  @Answers(200, recoveryCodes)
  @Refuses('code_refused', 'second_factor_exists', 'too_many_tries', 'sign_in_busy')
  confirmSecondFactor(@Me() me: Actor, @Body({ schema: codeBody }) body: z.infer<typeof codeBody>) {
    return this.secondFactor.confirm(me, body.code);
  }

  @Delete('second-factor')
  @HttpCode(204)
  @Allow('self')
  @StepUp()
  @Does('Takes the authenticator app away')
  @Answers(204)
  @Refuses('second_factor_absent')
  removeSecondFactor(@Me() me: Actor): Promise<void> {
    return this.secondFactor.remove(me);
  }
}
