import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { AskReturn, OrdersQuery, Returns, SendBack, WithdrawReturn } from '#orders';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, GuestsToo, Idempotent, Of, Refuses } from '#platform/http';
import { orderView, viewOfOrder } from './orders.schema.js';
import { askReturnBody, orderReturns, sendBackBody, viewOfReturns } from './returns.schema.js';

@Controller('v1/buyer/orders')
@Of(OrdersQuery, (orders, tx, id) => orders.byId(tx, id))
export class BuyerReturnsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly askReturn: AskReturn,
    private readonly withdrawReturn: WithdrawReturn,
    private readonly sendBack: SendBack,
    private readonly returns: Returns,
    private readonly orders: OrdersQuery,
  ) {}

  /** What she asked to send back of the order, the newest first. */
  @Get(':id/returns')
  @Allow('buyer:order')
  @GuestsToo()
  @Answers(200, orderReturns)
  @Refuses('order_not_found')
  async list(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfReturns(await this.work.run((tx) => this.returns.of(tx, id)));
  }

  /** She wants to send pieces of a delivered order back; her maker answers in time, or it counts as a yes. */
  @Post(':id/returns')
  @HttpCode(200)
  @Allow('buyer:order')
  @GuestsToo()
  @Idempotent()
  @Answers(200, orderView)
  @Refuses(
    'order_not_found',
    'return_window_over',
    'illegal_transition',
    'line_not_in_order',
    'more_than_left',
    'return_needs_defect',
    'exchange_only_once',
    'exchange_not_possible',
    'refund_account_needed',
    'return_photos_needed',
  )
  async ask(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: askReturnBody }) body: z.infer<typeof askReturnBody>,
  ) {
    await this.askReturn.run(id, body);
    return viewOfOrder(await this.work.run((tx) => this.orders.byId(tx, id)));
  }

  /** She keeps the goods after all. */
  @Post(':id/return/withdrawal')
  @HttpCode(200)
  @Allow('buyer:order')
  @GuestsToo()
  @Idempotent()
  @Answers(200, orderView)
  @Refuses('order_not_found', 'illegal_transition')
  async withdraw(@Param('id', { schema: z.uuid() }) id: string) {
    await this.withdrawReturn.run(id);
    return viewOfOrder(await this.work.run((tx) => this.orders.byId(tx, id)));
  }

  /** She sends the approved goods back herself; the courier that was to fetch them is called off. */
  @Post(':id/return/dispatch')
  @HttpCode(200)
  @Allow('buyer:order')
  @GuestsToo()
  @Idempotent()
  @Answers(200, orderReturns)
  @Refuses('order_not_found', 'return_not_under_way', 'illegal_transition')
  async send(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: sendBackBody }) body: z.infer<typeof sendBackBody>,
  ) {
    await this.sendBack.run(id, body);
    return this.list(id);
  }

  /** A courier is to come once more, after it gave up or brought the goods back to her. */
  @Post(':id/return/pickup')
  @HttpCode(200)
  @Allow('buyer:order')
  @GuestsToo()
  @Idempotent()
  @Answers(200, orderReturns)
  @Refuses('order_not_found', 'return_not_under_way', 'illegal_transition')
  async fetchAgain(@Param('id', { schema: z.uuid() }) id: string) {
    await this.sendBack.askPickup(id);
    return this.list(id);
  }
}
