import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AcknowledgeComplaint, AskMaker, ComplaintsQuery, MakerQuestionsQuery, ResolveComplaint } from '#grievances';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, OfNobody, pageOf, Pages, Refuses } from '#platform/http';
import { AnswersFile, sendFile } from '../files/sealed-file.js';
import {
  deskComplaint,
  deskQuery,
  questionBody,
  resolutionBody,
  toldDeskComplaint,
  viewOfDesk,
  viewOfToldDesk,
} from './complaints.schema.js';

/** The complaints desk: the grievance officer, and the nodal person above her. @rule SM-9 */
@Controller('v1/admin/complaints')
@OfNobody('one desk answers for the complaints of all shoppers')
export class ComplaintsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly complaints: ComplaintsQuery,
    private readonly questions: MakerQuestionsQuery,
    private readonly askMaker: AskMaker,
    private readonly acknowledgeComplaint: AcknowledgeComplaint,
    private readonly resolveComplaint: ResolveComplaint,
  ) {}

  @Get()
  @Does('Complaints in a state, the oldest first: without one, all that wait for an answer')
  @Allow('admin:complaints')
  @Answers(200, pageOf(deskComplaint))
  list(@Query({ schema: deskQuery }) query: z.infer<typeof deskQuery>) {
    const { state = null, overdue, ...page } = query;
    return this.pages.byId(
      { ...page, count: false },
      (request) => this.work.run((tx) => this.complaints.page(tx, state, overdue, request)),
      viewOfDesk,
    );
  }

  @Get(':id')
  @Does('A complaint with what was said')
  @Allow('admin:complaints')
  @Answers(200, toldDeskComplaint)
  @Refuses('complaint_not_found')
  one(@Param('id', { schema: z.uuid() }) id: string) {
    return this.told(id);
  }

  @Get(':id/files/:fileId')
  @Does('What the maker shows with her answer, to save; that you looked is recorded')
  @Allow('admin:complaints')
  @AnswersFile()
  @Refuses('complaint_not_found', 'answer_file_unknown', 'answer_file_not_scanned', 'answer_file_infected')
  async file(
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('fileId', { schema: z.uuid() }) fileId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { file, bytes } = await this.work.run(async (tx) => {
      await this.complaints.onDesk(tx, id);
      return this.questions.readOnDesk(tx, id, fileId);
    });
    return sendFile(reply, { name: `answer-${file.id}`, type: file.content_type }, bytes);
  }

  @Post(':id/questions')
  @Does('Ask the maker of the order, in words of your own: she reads these and nothing of what was said')
  @HttpCode(200)
  @Allow('admin:complaints')
  @Answers(200, toldDeskComplaint)
  @Refuses(
    'complaint_not_found',
    'own_complaint',
    'complaint_of_no_order',
    'complaint_is_decided',
    'maker_asked_already',
    'too_many_questions',
  )
  async ask(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: questionBody }) body: z.infer<typeof questionBody>,
  ) {
    await this.askMaker.run(id, body.words);
    return this.told(id);
  }

  @Post(':id/acknowledgement')
  @Does('You have read it; who complained hears by when it is decided')
  @HttpCode(200)
  @Allow('admin:complaints')
  @Answers(200, toldDeskComplaint)
  @Refuses('complaint_not_found', 'own_complaint', 'illegal_transition')
  async acknowledge(@Param('id', { schema: z.uuid() }) id: string) {
    await this.acknowledgeComplaint.run(id);
    return this.told(id);
  }

  @Post(':id/beginning')
  @Does('You look into it')
  @HttpCode(200)
  @Allow('admin:complaints')
  @Answers(200, toldDeskComplaint)
  @Refuses('complaint_not_found', 'own_complaint', 'illegal_transition')
  async begin(@Param('id', { schema: z.uuid() }) id: string) {
    await this.acknowledgeComplaint.begin(id);
    return this.told(id);
  }

  @Post(':id/resolution')
  @Does('Decide, and say why; from day 20 on only the nodal person does')
  @HttpCode(200)
  @Allow('admin:complaints')
  @Answers(200, toldDeskComplaint)
  @Refuses('complaint_not_found', 'own_complaint', 'complaint_above_desk', 'illegal_transition')
  async resolve(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: resolutionBody }) body: z.infer<typeof resolutionBody>,
  ) {
    await this.resolveComplaint.run(id, body.outcome, body.words);
    return this.told(id);
  }

  private async told(id: string) {
    return viewOfToldDesk(await this.work.run((tx) => this.complaints.onDesk(tx, id)));
  }
}
