import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { ChangeLine, OpenCart, Carts } from '#orders';
import { Allow, Answers, created, Refuses, Of } from '#platform/http';
import { cartView, lineBody, openedCart, viewOfCart } from './carts.schema.js';

@Controller('v1/buyer/carts')
@Of(Carts, (carts, tx, id) => carts.lock(tx, id))
export class CartsController {
  constructor(
    private readonly openCart: OpenCart,
    private readonly changeLine: ChangeLine,
  ) {}

  /** A new, empty cart. */
  @Post()
  @Allow('buyer:order')
  @Answers(201, openedCart)
  async open() {
    const { cartId } = await this.openCart.run();
    return created(`/v1/buyer/carts/${cartId}`, { id: cartId, version: 1, lines: [] });
  }

  /** Sets how many of an offer lie in the cart, at the price of now. */
  @Put(':id/lines/:offerId')
  @Allow('buyer:order')
  @Answers(200, cartView)
  @Refuses('cart_not_found', 'cart_already_ordered', 'cart_is_full', 'offer_not_for_sale', 'gift_wrap_not_offered')
  async setLine(
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('offerId', { schema: z.uuid() }) offerId: string,
    @Body({ schema: lineBody }) body: z.infer<typeof lineBody>,
  ) {
    return viewOfCart(await this.changeLine.run(id, offerId, body.quantity, body.giftWrap));
  }
}
