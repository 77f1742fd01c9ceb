import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { AskReturn, CancelOrder, FollowByLink, order_link_length } from '#orders';
import { Answers, Does, Idempotent, OfNobody, Open, Refuses } from '#platform/http';
import { cancelBody } from '../buyer/orders.schema.js';
import { askReturnBody } from '../buyer/returns.schema.js';
import { followedOrder, viewOfFollowed } from './orders.schema.js';

const link = z
  .string()
  .length(order_link_length)
  .regex(/^[\w-]+$/);

/** Orders of guests, for whoever has the link they were given. */
@Controller('v1/public/orders')
@OfNobody('a link that only who bought was given')
export class FollowedOrdersController {
  constructor(
    private readonly follow: FollowByLink,
    private readonly cancelOrder: CancelOrder,
    private readonly askReturn: AskReturn,
  ) {}

  @Get(':link')
  @Does('How a guest’s order stands, by its link: as of a parcel')
  @Open({ ignoresCredentials: true })
  @Answers(200, followedOrder)
  @Refuses('order_not_found')
  async one(@Param('link', { schema: link }) by: string) {
    return viewOfFollowed(await this.follow.run(by));
  }

  @Post(':link/cancellation')
  @Does('A guest changes her mind before the parcel is packed, of all or of some pieces')
  @HttpCode(200)
  @Open({ ignoresCredentials: true })
  @Idempotent({ outside: true })
  @Answers(200, followedOrder)
  @Refuses('order_not_found', 'illegal_transition', 'line_not_in_order', 'more_than_left')
  async cancel(
    @Param('link', { schema: link }) by: string,
    @Body({ schema: cancelBody }) body: z.infer<typeof cancelBody>,
  ) {
    await this.follow.as(by, (orderId) => this.cancelOrder.run(orderId, body?.lines));
    return viewOfFollowed(await this.follow.run(by));
  }

  @Post(':link/returns')
  @Does('A guest wants to send pieces of a delivered order back')
  @HttpCode(200)
  @Open({ ignoresCredentials: true })
  @Idempotent({ outside: true })
  @Answers(200, followedOrder)
  @Refuses(
    'order_not_found',
    'return_window_over',
    'illegal_transition',
    'line_not_in_order',
    'more_than_left',
    'return_needs_defect',
  )
  async ask(
    @Param('link', { schema: link }) by: string,
    @Body({ schema: askReturnBody }) body: z.infer<typeof askReturnBody>,
  ) {
    await this.follow.as(by, (orderId) => this.askReturn.run(orderId, body));
    return viewOfFollowed(await this.follow.run(by));
  }
}
