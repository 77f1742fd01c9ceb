import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { AnswerReturn, OrdersQuery, ReceiveReturn, Returns } from '#orders';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Idempotent, Of, Refuses } from '#platform/http';
import { orderView, viewOfOrder } from '../buyer/orders.schema.js';
import { orderReturns, viewOfReturns } from '../buyer/returns.schema.js';
import { declineBody } from './shipments.schema.js';

const receiptBody = z
  .strictObject({ isResellable: z.boolean().describe('whether the pieces go back on sale') })
  .meta({ id: 'ReturnReceiptBody' });

@Controller('v1/seller/orders')
@Of(OrdersQuery, (orders, tx, id) => orders.byId(tx, id))
export class SellerReturnsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly answerReturn: AnswerReturn,
    private readonly receiveReturn: ReceiveReturn,
    private readonly returns: Returns,
    private readonly orders: OrdersQuery,
  ) {}

  /** What the shopper asked to send back of the order, the newest first. */
  @Get(':id/returns')
  @Allow('maker:orders')
  @Answers(200, orderReturns)
  @Refuses('order_not_found')
  async list(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfReturns(await this.work.run((tx) => this.returns.of(tx, id)));
  }

  /** She takes the goods back. */
  @Post(':id/return/approval')
  @HttpCode(200)
  @Allow('maker:orders')
  @Idempotent()
  @Answers(200, orderView)
  @Refuses('order_not_found', 'illegal_transition')
  async approve(@Param('id', { schema: z.uuid() }) id: string) {
    await this.answerReturn.approve(id);
    return this.after(id);
  }

  /** She does not take them back, and says why. */
  @Post(':id/return/refusal')
  @HttpCode(200)
  @Allow('maker:orders')
  @Idempotent()
  @Answers(200, orderView)
  @Refuses('order_not_found', 'illegal_transition')
  async reject(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: declineBody }) body: z.infer<typeof declineBody>,
  ) {
    await this.answerReturn.reject(id, body.reason);
    return this.after(id);
  }

  /** The goods are with her again; the shopper gets her money. */
  @Post(':id/return/receipt')
  @HttpCode(200)
  @Allow('maker:orders')
  @Idempotent()
  @Answers(200, orderView)
  @Refuses('order_not_found', 'illegal_transition')
  async receive(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: receiptBody }) body: z.infer<typeof receiptBody>,
  ) {
    await this.receiveReturn.run(id, body.isResellable);
    return this.after(id);
  }

  private async after(id: string) {
    return viewOfOrder(await this.work.run((tx) => this.orders.byId(tx, id)));
  }
}
