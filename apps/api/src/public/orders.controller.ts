import { Body, Controller, Get, HttpCode, Param, Post, Query, RawBody } from '@nestjs/common';
import { z } from 'zod';
import { AskReturn, AttachReturnPhoto, CancelOrder, FollowByLink, SendBack } from '#orders';
import { Answers, Does, Idempotent, OfNobody, Open, Refuses, Takes } from '#platform/http';
import { fileBytes_max, fileTypes } from '#platform/uploads';
import { cancelBody } from '../buyer/orders.schema.js';
import { newReturnPhotoQuery } from '../buyer/return-photos.schema.js';
import { askReturnBody, sendBackBody } from '../buyer/returns.schema.js';
import { orderLink } from './order-link.schema.js';
import { followedOrder, viewOfFollowed } from './orders.schema.js';

/** Orders of guests, for whoever has the link they were given. */
@Controller('v1/public/orders')
@OfNobody('a link that only who bought was given')
export class FollowedOrdersController {
  constructor(
    private readonly follow: FollowByLink,
    private readonly cancelOrder: CancelOrder,
    private readonly askReturn: AskReturn,
    private readonly sendBack: SendBack,
    private readonly attachPhoto: AttachReturnPhoto,
  ) {}

  @Get(':link')
  @Does('How a guest’s order stands, by its link: as of a parcel')
  @Open({ ignoresCredentials: true })
  @Answers(200, followedOrder)
  @Refuses('order_not_found')
  async one(@Param('link', { schema: orderLink }) by: string) {
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
    @Param('link', { schema: orderLink }) by: string,
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
    'return_photos_needed',
    'exchange_only_once',
    'exchange_not_possible',
  )
  async ask(
    @Param('link', { schema: orderLink }) by: string,
    @Body({ schema: askReturnBody }) body: z.infer<typeof askReturnBody>,
  ) {
    await this.follow.as(by, (orderId) => this.askReturn.run(orderId, body));
    return viewOfFollowed(await this.follow.run(by));
  }

  @Post(':link/return-photos')
  @Does('A guest shows what is wrong with goods, before she asks to send them back: a photo or PDF of at most 5 MiB')
  @HttpCode(200)
  @Open({ ignoresCredentials: true })
  @Takes(fileTypes, fileBytes_max)
  @Answers(200, followedOrder)
  @Refuses(
    'order_not_found',
    'return_window_over',
    'return_photos_not_now',
    'too_many_return_photos',
    'file_unreadable',
    'file_too_large',
    'file_unsafe',
  )
  async show(
    @Param('link', { schema: orderLink }) by: string,
    @Query({ schema: newReturnPhotoQuery }) query: z.infer<typeof newReturnPhotoQuery>,
    @RawBody() bytes: Buffer | undefined,
  ) {
    await this.follow.as(by, (orderId) => this.attachPhoto.run(orderId, query.fileName, bytes ?? Buffer.alloc(0)));
    return viewOfFollowed(await this.follow.run(by));
  }

  @Post(':link/return/dispatch')
  @Does('A guest sends the approved goods back herself; the courier that was to fetch them is called off')
  @HttpCode(200)
  @Open({ ignoresCredentials: true })
  @Idempotent({ outside: true })
  @Answers(200, followedOrder)
  @Refuses('order_not_found', 'return_not_under_way', 'illegal_transition')
  async send(
    @Param('link', { schema: orderLink }) by: string,
    @Body({ schema: sendBackBody }) body: z.infer<typeof sendBackBody>,
  ) {
    await this.follow.as(by, (orderId) => this.sendBack.run(orderId, body));
    return viewOfFollowed(await this.follow.run(by));
  }

  @Post(':link/return/pickup')
  @Does('A guest asks for another pick-up, after the courier gave up or brought the goods back')
  @HttpCode(200)
  @Open({ ignoresCredentials: true })
  @Idempotent({ outside: true })
  @Answers(200, followedOrder)
  @Refuses('order_not_found', 'return_not_under_way', 'illegal_transition')
  async fetchAgain(@Param('link', { schema: orderLink }) by: string) {
    await this.follow.as(by, (orderId) => this.sendBack.askPickup(orderId));
    return viewOfFollowed(await this.follow.run(by));
  }
}
