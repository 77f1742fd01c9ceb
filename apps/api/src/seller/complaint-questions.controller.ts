import { Body, Controller, Get, HttpCode, Param, Post, Query, RawBody, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AnswerQuestion, AttachAnswerFile, MakerQuestionsQuery } from '#grievances';
import { UnitOfWork } from '#platform/database';
import {
  Allow,
  Answers,
  created,
  Does,
  Idempotent,
  Of,
  pageOf,
  pageQuery,
  Pages,
  Refuses,
  Takes,
} from '#platform/http';
import { fileBytes_max, fileTypes } from '#platform/uploads';
import { answerFile, viewOfAnswerFile } from '../buyer/complaints.schema.js';
import { AnswersFile, sendFile } from '../files/sealed-file.js';
import { answerBody, newAnswerFileQuery, sellerQuestion, viewOfSellerQuestion } from './complaint-questions.schema.js';

const listQuery = pageQuery.omit({ count: true });

/** What the complaints desk asks a maker about her orders. @rule S-42 S-58 */
@Controller('v1/seller/complaint-questions')
@Of(MakerQuestionsQuery, (questions, tx, id) => questions.own(tx, id))
export class SellerComplaintQuestionsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly questions: MakerQuestionsQuery,
    private readonly attach: AttachAnswerFile,
    private readonly answerQuestion: AnswerQuestion,
  ) {}

  @Get()
  @Does('What the complaints desk asked you, the newest first')
  @Allow('maker:orders')
  @Answers(200, pageOf(sellerQuestion))
  mine(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>) {
    return this.pages.byId(
      { ...query, count: false },
      (page) => this.work.run((tx) => this.questions.mine(tx, page)),
      viewOfSellerQuestion,
    );
  }

  @Get(':id')
  @Does('One question, with your answer')
  @Allow('maker:orders')
  @Answers(200, sellerQuestion)
  @Refuses('question_not_found')
  one(@Param('id', { schema: z.uuid() }) id: string) {
    return this.told(id);
  }

  @Post(':id/files')
  @Does('Hand in what shows that you are right, before you answer: JPEG, PNG, WebP or PDF, at most 5 MiB')
  @Allow('maker:orders')
  @Takes(fileTypes, fileBytes_max)
  @Answers(201, answerFile)
  @Refuses(
    'question_not_found',
    'question_answered',
    'question_over',
    'too_many_answer_files',
    'file_unreadable',
    'file_too_large',
    'file_unsafe',
  )
  async add(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: newAnswerFileQuery }) query: z.infer<typeof newAnswerFileQuery>,
    @RawBody() bytes: Buffer | undefined,
  ) {
    const fileId = await this.attach.run(id, query.fileName, bytes ?? Buffer.alloc(0));
    const { files } = await this.work.run((tx) => this.questions.own(tx, id));
    return created(
      `/v1/seller/complaint-questions/${id}/files/${fileId}`,
      viewOfAnswerFile(files.find((file) => file.id === fileId)!),
    );
  }

  @Get(':id/files/:fileId')
  @Does('A file you handed in, to save')
  @Allow('maker:orders')
  @AnswersFile()
  @Refuses('question_not_found', 'answer_file_unknown', 'answer_file_not_scanned', 'answer_file_infected')
  async file(
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('fileId', { schema: z.uuid() }) fileId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { file, bytes } = await this.work.run((tx) => this.questions.readOwn(tx, id, fileId));
    return sendFile(reply, { name: `answer-${file.id}`, type: file.content_type }, bytes);
  }

  @Post(':id/answer')
  @Does('Answer, once; the desk and who complained read it')
  @HttpCode(200)
  @Allow('maker:orders')
  @Idempotent()
  @Answers(200, sellerQuestion)
  @Refuses('question_not_found', 'question_answered', 'question_over', 'answer_file_unknown')
  async answer(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: answerBody }) body: z.infer<typeof answerBody>,
  ) {
    await this.answerQuestion.run(id, body.words, body.fileIds);
    return this.told(id);
  }

  private async told(id: string) {
    return viewOfSellerQuestion(await this.work.run((tx) => this.questions.own(tx, id)));
  }
}
