import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Limited, Of, Refuses } from '#platform/http';
import { PreferencesQuery, ProvePreference } from '#sellers';
import {
  askedPreferenceCode,
  preferenceCodeBody,
  preferenceList,
  preferenceProofBody,
  viewOfPreference,
} from './preferences.schema.js';

/** What gives a seller a preference in public purchases, as registers proved it. @rule */
@Controller('v1/seller/applications/:id/preferences')
@Of(PreferencesQuery, (preferences, tx, id) => preferences.own(tx, id))
export class SellerPreferencesController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly preferences: PreferencesQuery,
    private readonly proving: ProvePreference,
  ) {}

  @Get()
  @Does('What is proved of you: size, women’s or SC/ST ownership, startup')
  @Allow('maker:apply')
  @Answers(200, preferenceList)
  @Refuses('seller_unknown')
  all(@Param('id', { schema: z.uuid() }) id: string) {
    return this.view(id);
  }

  @Post('codes')
  @Does('Has a register send a code to the mobile it has on file for the number on your paper')
  @Limited('codes')
  @Allow('maker:apply')
  @HttpCode(202)
  @Answers(202, askedPreferenceCode)
  @Refuses('seller_unknown', 'preference_needs_paper', 'register_silent')
  ask(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: preferenceCodeBody }) body: z.infer<typeof preferenceCodeBody>,
  ) {
    return this.proving.ask(id, body.register);
  }

  @Post()
  @Does('Give that code: what the register says of you holds from now on')
  @Limited('codes')
  @Allow('maker:apply')
  @HttpCode(200)
  @Answers(200, preferenceList)
  @Refuses('seller_unknown', 'preference_needs_paper', 'preference_code_refused', 'register_silent')
  async prove(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: preferenceProofBody }) body: z.infer<typeof preferenceProofBody>,
  ) {
    await this.proving.prove(id, body.proofId, body.code);
    return this.view(id);
  }

  private async view(id: string): Promise<z.input<typeof preferenceList>> {
    return { items: (await this.work.run((tx) => this.preferences.own(tx, id))).map(viewOfPreference) };
  }
}
