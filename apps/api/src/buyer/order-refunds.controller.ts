import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { OrdersQuery } from '#orders';
import { Compensations, compensationStates, refunds_max, refundStates, type OwnRefund } from '#payments';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, GuestsToo, Of, Refuses } from '#platform/http';
import { money, moneySchema } from '#platform/money';
import { PolicyQuery } from '#policy';

const orderRefunds = z
  .strictObject({
    refunds: z
      .array(
        z.strictObject({
          id: z.uuid(),
          amount: moneySchema,
          state: z.enum(refundStates.names).describe('replaced: her bank gave her the money, nothing is sent'),
          promisedBy: z.iso.datetime().nullable().describe('on its way by then; back by then where the payment failed'),
          usuallyTakes: z
            .strictObject({ least: z.int(), most: z.int() })
            .describe('working days it usually takes from being sent until it is there; told, not promised'),
          isLate: z.boolean(),
          compensation: z
            .strictObject({ amount: moneySchema, days: z.int(), state: z.enum(compensationStates) })
            .nullable()
            .describe(
              'owed to her because the money of a failed payment came too late: each day once, with one of its refunds',
            ),
          askedAt: z.iso.datetime(),
          settledAt: z.iso.datetime().nullable(),
        }),
      )
      .max(refunds_max),
  })
  .meta({ id: 'OrderRefunds' });

const view = (
  row: OwnRefund,
  usuallyTakes: { least: number; most: number },
): z.input<typeof orderRefunds>['refunds'][number] => ({
  ...{ id: row.id, amount: money(row.amount_paise), state: row.state, isLate: row.late_at !== null },
  usuallyTakes,
  promisedBy: row.due_at?.toISOString() ?? null,
  compensation:
    row.compensation_paise === null
      ? null
      : { amount: money(row.compensation_paise), days: row.days!, state: row.compensation_state! },
  askedAt: row.made_at.toISOString(),
  settledAt: row.settled_at?.toISOString() ?? null,
});

/** What goes back to a shopper of her order. @rule */
@Controller('v1/buyer/orders')
@Of(OrdersQuery, (orders, tx, id) => orders.byId(tx, id))
export class OrderRefundsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: OrdersQuery,
    private readonly compensations: Compensations,
    private readonly policy: PolicyQuery,
  ) {}

  @Get(':id/refunds')
  @Does('What goes or went back of her order, by when, and what she is owed because it came too late')
  @Allow('buyer:order')
  @GuestsToo()
  @Answers(200, orderRefunds)
  @Refuses('order_not_found')
  list(@Param('id', { schema: z.uuid() }) id: string): Promise<z.input<typeof orderRefunds>> {
    return this.work.run(async (tx) => {
      await this.orders.byId(tx, id);
      const rows = await this.compensations.ofSale(tx, { kind: 'order', id });
      return { refunds: rows.map((row) => view(row, this.policy.at('refund.credit_days', row.made_at))) };
    });
  }
}
