import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { ApproveWording, DraftWording, WithdrawWording, WordingsQuery, type Preview } from '#notifications';
import {
  Allow,
  Answers,
  created,
  Does,
  fail,
  IfMatch,
  OfNobody,
  Refuses,
  StepUp,
  withEtag,
  type Created,
  type Precondition,
} from '#platform/http';
import {
  approvalBody,
  audienceName,
  draftBody,
  newWording,
  preview,
  previewQuery,
  templateList,
  templateName,
  templateTexts,
  textsView,
  withdrawalBody,
  wording,
  wordingView,
  type WordingView,
} from './message-templates.schema.js';

const base = '/v1/admin/message-templates';

/** What people are told, in which words: two persons change it, without a new build. */
@Controller('v1/admin/message-templates')
@OfNobody('the words of the platform, which belong to nobody who is told them')
export class MessageTemplatesController {
  constructor(
    private readonly wordings: WordingsQuery,
    private readonly draftWording: DraftWording,
    private readonly approveWording: ApproveWording,
    private readonly withdrawWording: WithdrawWording,
  ) {}

  @Get()
  @Does('Every message there is, and what its texts may say')
  @Allow('admin:policy')
  @Answers(200, templateList)
  list(): z.infer<typeof templateList> {
    return { items: this.wordings.everyMessage() };
  }

  @Get('wordings/:id')
  @Does('One text of the desk')
  @Allow('admin:policy')
  @Answers(200, wording)
  one(@Param('id', { schema: z.uuid() }) id: string) {
    return this.view(id);
  }

  @Get('wordings/:id/preview')
  @Does('A text of the desk as its reader would have it, with sample values')
  @Allow('admin:policy')
  @Answers(200, preview)
  @Refuses('wording_unknown')
  preview(@Param('id', { schema: z.uuid() }) id: string): Promise<Preview> {
    return this.wordings.previewOf(id);
  }

  @Post('wordings/:id/approval')
  @HttpCode(200)
  @Does('A second person lets a text out: readers get it from an instant on')
  @Allow('admin:policy-approve')
  @StepUp()
  @Answers(200, wording)
  @Refuses('wording_unknown', 'wording_not_draft', 'wording_needs_person', 'author_cannot_approve')
  @Refuses('wording_faulty', 'wording_not_in_future', 'message_template_unknown')
  async approve(
    @Param('id', { schema: z.uuid() }) id: string,
    @IfMatch() seen: Precondition,
    @Body({ schema: approvalBody }) body: z.infer<typeof approvalBody>,
  ) {
    const from = body.inUseFrom === null ? null : new Date(body.inUseFrom);
    await this.approveWording.run(id, from, (state) => seen.check(state));
    return this.view(id);
  }

  @Post('wordings/:id/withdrawal')
  @HttpCode(200)
  @Does('Take a text back: the one before it is read again, or that of the build')
  @Allow('admin:policy-approve')
  @Answers(200, wording)
  @Refuses('wording_unknown', 'wording_not_draft', 'wording_needs_person')
  async withdraw(
    @Param('id', { schema: z.uuid() }) id: string,
    @IfMatch() seen: Precondition,
    @Body({ schema: withdrawalBody }) body: z.infer<typeof withdrawalBody>,
  ) {
    await this.withdrawWording.run(id, body.reason, (state) => seen.check(state));
    return this.view(id);
  }

  @Get(':event/:audience')
  @Does('The texts of one message: those of the build, and every one the desk wrote')
  @Allow('admin:policy')
  @Answers(200, templateTexts)
  @Refuses('message_template_unknown')
  async texts(
    @Param('event', { schema: templateName }) event: string,
    @Param('audience', { schema: audienceName }) audience: string,
  ): Promise<z.infer<typeof templateTexts>> {
    return textsView(event, audience, await this.wordings.ofMessage(event, audience));
  }

  @Get(':event/:audience/preview')
  @Does('What the build says, as its reader would have it, with sample values')
  @Allow('admin:policy')
  @Answers(200, preview)
  @Refuses('message_template_unknown')
  previewBuiltIn(
    @Param('event', { schema: templateName }) event: string,
    @Param('audience', { schema: audienceName }) audience: string,
    @Query({ schema: previewQuery }) query: z.infer<typeof previewQuery>,
  ): Preview {
    return this.wordings.previewBuiltIn({ event, audience, ...query });
  }

  @Post(':event/:audience/wordings')
  @HttpCode(201)
  @Does('Write another text; nobody reads it before a second person lets it out')
  @Allow('admin:policy')
  @Answers(201, wording)
  @Refuses('message_template_unknown', 'wording_faulty', 'wording_needs_person')
  async draft(
    @Param('event', { schema: templateName }) event: string,
    @Param('audience', { schema: audienceName }) audience: string,
    @Body({ schema: draftBody }) body: z.infer<typeof draftBody>,
  ): Promise<Created<WordingView>> {
    const row = await this.draftWording.run(newWording(event, audience, body));
    return created(`${base}/wordings/${row.id}`, wordingView(row), row.state);
  }

  private async view(id: string) {
    const row = await this.wordings.byId(id);
    if (row === null) throw fail('not_found');
    return withEtag(row.state, wordingView(row));
  }
}
