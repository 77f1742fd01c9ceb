import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Compensations, compensationStates, PayCompensation, type Compensation } from '#payments';
import { seeingAll, UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, OfNobody, pageOf, pageQuery, Pages, Refuses, StepUp } from '#platform/http';
import { freeText } from '#platform/identifiers';
import { cause } from '#platform/kernel';
import { money, moneySchema } from '#platform/money';

const id = z.uuid();
const byId = z.tuple([id]);
const listed = pageQuery.omit({ count: true }).extend({ state: z.enum(compensationStates).default('owed') });
const paidBody = z
  .strictObject({ reference: freeText(60).describe('the bank’s, of the transfer to the shopper') })
  .meta({ id: 'CompensationPayment', example: { reference: 'SIMN52026111200001' } });

const owed = z
  .strictObject({
    refundId: id,
    for: cause,
    refund: moneySchema.describe('what came back too late'),
    daily: moneySchema,
    days: z.int(),
    amount: moneySchema,
    state: z.enum(compensationStates),
    reference: z.string().nullable(),
    paidAt: z.iso.datetime().nullable(),
    madeAt: z.iso.datetime(),
  })
  .meta({ id: 'DeskCompensation' });

const view = (row: Compensation): z.input<typeof owed> => ({
  ...{ refundId: row.refund_id, for: row.cause, days: row.days, state: row.state, reference: row.reference },
  ...{ refund: money(row.refund_paise), daily: money(row.daily_paise), amount: money(row.amount_paise) },
  paidAt: row.paid_at?.toISOString() ?? null,
  madeAt: row.made_at.toISOString(),
});

/** What late refunds cost: no provider gives back more than it took, so the desk pays it by a transfer. @rule */
@Controller('v1/admin/compensations')
@OfNobody('the payments desk answers for the money of every shop')
export class DeskCompensationsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly compensations: Compensations,
    private readonly payCompensation: PayCompensation,
  ) {}

  @Get()
  @Does('What shoppers are owed for refunds that came too late: without a state, what waits to be paid')
  @Allow('admin:payments')
  @Answers(200, pageOf(owed))
  async list(@Query({ schema: listed }) query: z.infer<typeof listed>) {
    const request = this.pages.read({ ...query, count: false }, byId);
    const rows = await this.work.run((tx) => seeingAll(tx, () => this.compensations.page(tx, query.state, request)));
    return this.pages.of(request, rows, (row) => [row.refund_id], view);
  }

  @Post(':id/payment')
  @Does('Notes that a shopper was paid what a late refund cost')
  @Allow('admin:payments')
  @StepUp()
  @HttpCode(204)
  @Answers(204)
  @Refuses('compensation_unknown', 'compensation_not_owed')
  paid(@Param('id', { schema: id }) refundId: string, @Body({ schema: paidBody }) body: z.infer<typeof paidBody>) {
    return this.payCompensation.run(refundId, body.reference);
  }
}
