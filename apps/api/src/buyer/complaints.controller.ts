import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AnswerResolution, ComplaintsQuery, MakerQuestionsQuery, RaiseComplaint, WithdrawComplaint } from '#grievances';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, GuestsToo, Idempotent, Of, pageOf, pageQuery, Pages, Refuses } from '#platform/http';
import { AnswersFile, sendFile } from '../files/sealed-file.js';
import { complaint, raiseBody, reopenBody, toldComplaint, viewOfComplaint, viewOfTold } from './complaints.schema.js';

const listQuery = pageQuery.omit({ count: true });

/** What a shopper complains of, and what became of it. @rule SM-9 */
@Controller('v1/buyer/complaints')
@Of(ComplaintsQuery, (complaints, tx, id) => complaints.own(tx, id))
export class BuyerComplaintsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly complaints: ComplaintsQuery,
    private readonly questions: MakerQuestionsQuery,
    private readonly raiseComplaint: RaiseComplaint,
    private readonly answerResolution: AnswerResolution,
    private readonly withdrawComplaint: WithdrawComplaint,
  ) {}

  @Post()
  @Does('Complain; the ticket is there at once, with the days by which you hear from us')
  @Allow('buyer:order')
  @GuestsToo()
  @Idempotent()
  @Answers(201, toldComplaint)
  @Refuses('order_not_found', 'too_many_complaints')
  async raise(@Body({ schema: raiseBody }) body: z.infer<typeof raiseBody>) {
    return this.told((await this.raiseComplaint.run(body)).id);
  }

  @Get()
  @Does('Your complaints, the newest first')
  @Allow('buyer:order')
  @GuestsToo()
  @Answers(200, pageOf(complaint))
  mine(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>) {
    return this.pages.byId(
      { ...query, count: false },
      (page) => this.work.run((tx) => this.complaints.mine(tx, page)),
      viewOfComplaint,
    );
  }

  @Get(':id')
  @Does('One of your complaints, with what was said')
  @Allow('buyer:order')
  @GuestsToo()
  @Answers(200, toldComplaint)
  @Refuses('complaint_not_found')
  one(@Param('id', { schema: z.uuid() }) id: string) {
    return this.told(id);
  }

  @Get(':id/files/:fileId')
  @Does('What the maker shows with her answer, to save; that you looked is recorded')
  @Allow('buyer:order')
  @GuestsToo()
  @AnswersFile()
  @Refuses('complaint_not_found', 'answer_file_unknown', 'answer_file_not_scanned', 'answer_file_infected')
  async file(
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('fileId', { schema: z.uuid() }) fileId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { file, bytes } = await this.work.run(async (tx) => {
      await this.complaints.own(tx, id);
      return this.questions.readOf(tx, id, fileId);
    });
    return sendFile(reply, { name: `answer-${file.id}`, type: file.content_type }, bytes);
  }

  @Post(':id/confirmation')
  @Does('You are content with the decision: the complaint is closed')
  @HttpCode(200)
  @Allow('buyer:order')
  @GuestsToo()
  @Idempotent()
  @Answers(200, toldComplaint)
  @Refuses('complaint_not_found', 'illegal_transition')
  async confirm(@Param('id', { schema: z.uuid() }) id: string) {
    await this.answerResolution.confirm(id);
    return this.told(id);
  }

  @Post(':id/reopening')
  @Does('It is not settled: once, in the days after the decision')
  @HttpCode(200)
  @Allow('buyer:order')
  @GuestsToo()
  @Idempotent()
  @Answers(200, toldComplaint)
  @Refuses('complaint_not_found', 'illegal_transition', 'reopened_already', 'reopen_time_over')
  async reopen(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: reopenBody }) body: z.infer<typeof reopenBody>,
  ) {
    await this.answerResolution.reopen(id, body.words);
    return this.told(id);
  }

  @Post(':id/withdrawal')
  @Does('You take the complaint back')
  @HttpCode(200)
  @Allow('buyer:order')
  @GuestsToo()
  @Idempotent()
  @Answers(200, toldComplaint)
  @Refuses('complaint_not_found', 'illegal_transition')
  async withdraw(@Param('id', { schema: z.uuid() }) id: string) {
    await this.withdrawComplaint.run(id);
    return this.told(id);
  }

  private async told(id: string) {
    return viewOfTold(await this.work.run((tx) => this.complaints.own(tx, id)));
  }
}
