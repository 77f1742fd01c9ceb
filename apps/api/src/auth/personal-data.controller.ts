import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { ChangeContact, ErasePerson, PersonalDataQuery } from '#identity';
import { Allow, Answers, Does, Limited, Me, Refuses, StepUp, OfNobody } from '#platform/http';
import type { Actor } from '#platform/kernel';
import { contactBody, erasure, personalData } from './account.schema.js';
import { askedCode, codeBody } from './auth.schema.js';

/** What we know about a person, and what they can do about it. */
@Controller('v1/auth')
@OfNobody('the id and the code are known to who asked')
export class PersonalDataController {
  constructor(
    private readonly contacts: ChangeContact,
    private readonly data: PersonalDataQuery,
    private readonly erase: ErasePerson,
  ) {}

  @Post('contacts')
  @StepUp()
  @Limited('codes')
  @HttpCode(202)
  @Allow('self')
  @Does('Sends a code to a mobile or mailbox you want to add')
  @Answers(202, askedCode)
  @Refuses('too_many_codes')
  addContact(@Me() me: Actor, @Body({ schema: contactBody }) body: z.infer<typeof contactBody>) {
    return this.contacts.ask(me, body.contact);
  }

  @Post('contacts/:id/verification')
  @Limited('sign-in')
  @HttpCode(204)
  @Allow('self')
  @Does('Adds it, or puts it in the place of the old one')
  @Answers(204)
  @Refuses('code_refused', 'contact_taken')
  verifyContact(
    @Me() me: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: codeBody }) body: z.infer<typeof codeBody>,
  ): Promise<void> {
    return this.contacts.verify(me, id, body.code);
  }

  @Get('personal-data')
  @Allow('self')
  @StepUp()
  @Does('Everything the account holds about you')
  @Answers(200, personalData)
  export(): Promise<Record<string, unknown>> {
    return this.data.ofMine();
  }

  @Post('erasure')
  @HttpCode(202)
  @Allow('self')
  @StepUp()
  @Does('Asks to be forgotten; done after 48 hours of notice')
  @Answers(202, erasure)
  @Refuses('erasure_hindered')
  askErasure(@Me() me: Actor) {
    return this.erase.ask(me);
  }

  @Delete('erasure')
  @HttpCode(204)
  @Allow('self')
  @Does('Takes the wish to be forgotten back')
  @Answers(204)
  withdrawErasure(@Me() me: Actor): Promise<void> {
    return this.erase.withdraw(me);
  }
}
