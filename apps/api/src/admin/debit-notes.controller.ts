import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { seeingAll, UnitOfWork } from '#platform/database';
import { Allow, Answers, created, Does, OfNobody, pageOf, Pages, Refuses, StepUp } from '#platform/http';
import { AgreeDebitNote, AskDebitNote, DebitRequests, EndDebitRequest } from '#tax';
import {
  askedDebit,
  debitEndBody,
  debitRequest,
  debitRequestBody,
  debitRequestsQuery,
  viewOfDebitRequest,
} from './debit-notes.schema.js';

const id = z.uuid();

/** What an invoice said too little: one of the desk asks for a debit note, another agrees. @rule S-28 */
@Controller('v1/admin/debit-notes/requests')
@OfNobody('the payments desk answers for the papers of every shop')
export class DebitNotesController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly requests: DebitRequests,
    private readonly askDebitNote: AskDebitNote,
    private readonly agreeDebitNote: AgreeDebitNote,
    private readonly endRequest: EndDebitRequest,
  ) {}

  @Get()
  @Does('Debit notes that are asked for, the newest first: without a state, those that wait for another officer')
  @Allow('admin:payments')
  @Answers(200, pageOf(debitRequest))
  list(@Query({ schema: debitRequestsQuery }) query: z.infer<typeof debitRequestsQuery>) {
    return this.pages.byId(
      { ...query, count: false },
      (page) => this.work.run((tx) => seeingAll(tx, () => this.requests.page(tx, query.state, page))),
      viewOfDebitRequest,
    );
  }

  @Get(':id')
  @Does('A debit note that is asked for, with the lines it will have')
  @Allow('admin:payments')
  @Answers(200, debitRequest)
  @Refuses('debit_request_unknown')
  async one(@Param('id', { schema: id }) requestId: string) {
    return viewOfDebitRequest(await this.work.run((tx) => seeingAll(tx, () => this.requests.byId(tx, requestId))));
  }

  @Post()
  @Does('Ask for a debit note of what an invoice said too little; another officer agrees')
  @Allow('admin:payments')
  @Answers(201, debitRequest)
  @Refuses('tax_document_not_found', 'tax_document_forgotten', 'debit_not_of_invoice', 'debit_goods_code')
  @Refuses('debit_line_unknown', 'debit_line_came_back', 'debit_nothing_missing', 'debit_asked_already')
  @Refuses('debit_needs_person')
  async ask(@Body({ schema: debitRequestBody }) body: z.infer<typeof debitRequestBody>) {
    const request = await this.askDebitNote.run(askedDebit(body));
    return created(`/v1/admin/debit-notes/requests/${request.id}`, viewOfDebitRequest(request));
  }

  @Post(':id/agreement')
  @Does('Agree to a debit note a colleague asked for: it is issued in its maker’s name, and she is told')
  @Allow('admin:payments')
  @StepUp()
  @HttpCode(200)
  @Answers(200, debitRequest)
  @Refuses('debit_request_unknown', 'debit_request_settled', 'own_debit_request', 'debit_needs_person')
  @Refuses('debit_changed_since', 'tax_document_forgotten', 'debit_line_came_back', 'debit_nothing_missing')
  async agree(@Param('id', { schema: id }) requestId: string) {
    return viewOfDebitRequest(await this.agreeDebitNote.run(requestId));
  }

  @Post(':id/end')
  @Does('Take back what you asked for, or turn down what a colleague asked for')
  @Allow('admin:payments')
  @HttpCode(204)
  @Answers(204)
  @Refuses('debit_request_unknown', 'debit_request_settled', 'debit_needs_person')
  end(
    @Param('id', { schema: id }) requestId: string,
    @Body({ schema: debitEndBody }) body: z.infer<typeof debitEndBody>,
  ) {
    return this.endRequest.run(requestId, body.reason);
  }
}
