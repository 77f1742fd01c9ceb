import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { RegisterPerson } from '#identity';
import { Answers, Does, Limited, Open, Refuses, OfNobody } from '#platform/http';
import { codeBody, registered, registration, registrationBody } from './auth.schema.js';

@Controller('v1/auth/registrations')
@OfNobody('the id and the code are known to who asked')
export class RegistrationsController {
  constructor(private readonly registerPerson: RegisterPerson) {}

  @Post()
  @Limited('codes')
  @Does('Asks for an account; a code is sent to the mobile or mailbox')
  @Open({ ignoresCredentials: true })
  @HttpCode(202)
  @Answers(202, registration)
  @Refuses('password_too_weak', 'too_many_codes', 'sign_in_busy')
  ask(@Body({ schema: registrationBody }) body: z.infer<typeof registrationBody>) {
    const { signIn: contact, ...rest } = body;
    return this.registerPerson.ask({ ...rest, contact });
  }

  @Post(':id/verification')
  @Limited('sign-in')
  @HttpCode(201)
  @Does('Gives the code: the account is made')
  @Open({ ignoresCredentials: true })
  @Answers(201, registered)
  @Refuses('code_refused')
  async verify(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: codeBody }) body: z.infer<typeof codeBody>,
  ) {
    return { personId: await this.registerPerson.verify(id, body.code) };
  }
}
