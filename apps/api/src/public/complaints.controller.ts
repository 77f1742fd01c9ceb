import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AnswerResolution, ComplaintsQuery, MakerQuestionsQuery, RaiseComplaint } from '#grievances';
import { FollowByLink } from '#orders';
import { UnitOfWork } from '#platform/database';
import { Answers, Does, Idempotent, OfNobody, Open, Refuses } from '#platform/http';
import { complaintOfOrderBody, reopenBody, toldComplaint, viewOfTold } from '../buyer/complaints.schema.js';
import { AnswersFile, sendFile } from '../files/sealed-file.js';
import { orderLink } from './order-link.schema.js';
import { complaintsOfOrder, complaints_of_order_max } from './complaints.schema.js';

/** Complaints of guests, for whoever has the link of the order. @rule S-36 */
@Controller('v1/public/orders/:link/complaints')
@OfNobody('a link that only who bought was given')
export class GuestComplaintsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly follow: FollowByLink,
    private readonly complaints: ComplaintsQuery,
    private readonly questions: MakerQuestionsQuery,
    private readonly raiseComplaint: RaiseComplaint,
    private readonly answerResolution: AnswerResolution,
  ) {}

  @Post()
  @Does('A guest complains about her order; the ticket is there at once')
  @Open({ ignoresCredentials: true })
  @Idempotent({ outside: true })
  @Answers(201, toldComplaint)
  @Refuses('order_not_found', 'too_many_complaints')
  raise(
    @Param('link', { schema: orderLink }) by: string,
    @Body({ schema: complaintOfOrderBody }) body: z.infer<typeof complaintOfOrderBody>,
  ) {
    return this.follow.as(by, async (orderId) => {
      const { id } = await this.raiseComplaint.run({ ...body, orderId });
      return viewOfTold(await this.work.run((tx) => this.complaints.own(tx, id)));
    });
  }

  @Get()
  @Does('What a guest complained of about her order, the newest first')
  @Open({ ignoresCredentials: true })
  @Answers(200, complaintsOfOrder)
  @Refuses('order_not_found')
  list(@Param('link', { schema: orderLink }) by: string) {
    return this.follow.as(by, (orderId) =>
      this.work.run(async (tx) => {
        const told = await this.complaints.ofOrder(tx, orderId, complaints_of_order_max);
        return { items: told.map(viewOfTold) };
      }),
    );
  }

  @Get(':complaintId/files/:fileId')
  @Does('What the maker shows with her answer, to save, for a guest')
  @Open({ ignoresCredentials: true })
  @AnswersFile()
  @Refuses(
    'order_not_found',
    'complaint_not_found',
    'answer_file_unknown',
    'answer_file_not_scanned',
    'answer_file_infected',
  )
  async file(
    @Param('link', { schema: orderLink }) by: string,
    @Param('complaintId', { schema: z.uuid() }) id: string,
    @Param('fileId', { schema: z.uuid() }) fileId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { file, bytes } = await this.follow.as(by, () =>
      this.work.run(async (tx) => {
        await this.complaints.own(tx, id);
        return this.questions.readOf(tx, id, fileId);
      }),
    );
    return sendFile(reply, { name: `answer-${file.id}`, type: file.content_type }, bytes);
  }

  @Post(':complaintId/reopening')
  @Does('A guest says that it is not settled: once, in the days after the decision')
  @HttpCode(200)
  @Open({ ignoresCredentials: true })
  @Idempotent({ outside: true })
  @Answers(200, toldComplaint)
  @Refuses('order_not_found', 'complaint_not_found', 'illegal_transition', 'reopened_already', 'reopen_time_over')
  reopen(
    @Param('link', { schema: orderLink }) by: string,
    @Param('complaintId', { schema: z.uuid() }) id: string,
    @Body({ schema: reopenBody }) body: z.infer<typeof reopenBody>,
  ) {
    return this.follow.as(by, async () => {
      await this.answerResolution.reopen(id, body.words);
      return viewOfTold(await this.work.run((tx) => this.complaints.own(tx, id)));
    });
  }
}
