import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { AnswerDispute, DisputedOrdersQuery } from '#orders';
import { DisputesQuery } from '#payments';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { Allow, Answers, Does, OfNobody, pageOf, Pages, Refuses, StepUp } from '#platform/http';
import {
  deskDispute,
  disputeCase,
  disputesQuery,
  evidenceBody,
  viewOfCase,
  viewOfDispute,
} from './desk-disputes.schema.js';

const id = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,80}$/)
  .meta({ examples: ['dp_1PgafTB7WZ01zgkW'] });
const byId = z.tuple([id]);

/** The payments desk: shoppers who asked their banks to take a payment back. @rule SM-6 */
@Controller('v1/admin/disputes')
@OfNobody('the payments desk answers for the money of every shop')
export class DeskDisputesController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly disputes: DisputesQuery,
    private readonly orders: DisputedOrdersQuery,
    private readonly answerDispute: AnswerDispute,
  ) {}

  @Get()
  @Does('Disputes in a status: without one, those that are open')
  @Allow('admin:payments')
  @Answers(200, pageOf(deskDispute))
  async list(@Query({ schema: disputesQuery }) query: z.infer<typeof disputesQuery>) {
    const request = this.pages.read({ ...query, count: false }, byId);
    const rows = await this.all((tx) => this.disputes.page(tx, query.status, request));
    return this.pages.of(request, rows, (row) => [row.provider_id], viewOfDispute);
  }

  @Get(':id')
  @Does('A dispute with its orders, their parcels, and what would be handed to the bank')
  @Allow('admin:payments')
  @Answers(200, disputeCase)
  @Refuses('dispute_unknown')
  async one(@Param('id', { schema: id }) disputeId: string) {
    const evidence = await this.answerDispute.evidence(disputeId, null);
    return this.all(async (tx) => {
      const dispute = await this.disputes.byId(tx, disputeId);
      const orders = dispute.cause.kind === 'checkout' ? await this.orders.of(tx, dispute.cause.id) : [];
      return viewOfCase(dispute, orders, evidence);
    });
  }

  @Post(':id/evidence')
  @Does('Hands what proves the sale to the shopper’s bank, once')
  @Allow('admin:payments')
  @StepUp()
  @HttpCode(204)
  @Answers(204)
  @Refuses('dispute_unknown', 'dispute_is_over', 'evidence_handed_in', 'payment_provider_unavailable')
  answer(
    @Param('id', { schema: id }) disputeId: string,
    @Body({ schema: evidenceBody }) body: z.infer<typeof evidenceBody>,
  ) {
    return this.answerDispute.run(disputeId, body.note);
  }

  private all<T>(read: (tx: Tx) => Promise<T>): Promise<T> {
    return this.work.run((tx) => seeingAll(tx, () => read(tx)));
  }
}
