import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { ChangeLine, MergeCarts, OpenCart, Carts, QuoteCart, ReviewCart } from '#orders';
import {
  Allow,
  Answers,
  GuestsToo,
  IfMatchIfSent,
  created,
  Limited,
  Refuses,
  Of,
  withEtag,
  type Precondition,
} from '#platform/http';
import {
  cartView,
  lineBody,
  mergeBody,
  mergedCart,
  viewOfMerged,
  quoteBody,
  reviewedCart,
  viewOfCart,
  viewOfReviewed,
} from './carts.schema.js';
import { quoteView, sendTo, viewOfQuote } from './orders.schema.js';

@Controller('v1/buyer/carts')
@Of(Carts, (carts, tx, id) => carts.lock(tx, id))
export class CartsController {
  constructor(
    private readonly openCart: OpenCart,
    private readonly mergeCarts: MergeCarts,
    private readonly changeLine: ChangeLine,
    private readonly reviewCart: ReviewCart,
    private readonly quoteCart: QuoteCart,
  ) {}

  /** The shopper's open cart: the one she has, or a new one. */
  @Post()
  @Allow('buyer:order')
  @GuestsToo()
  @Answers(201, cartView)
  async open() {
    const { cart } = await this.openCart.run();
    return created(`/v1/buyer/carts/${cart.id}`, viewOfCart(cart), cart.version);
  }

  /** Moves what she laid aside as a guest into her cart, and tells what did not come over just as it was. */
  @Post(':id/merge')
  @HttpCode(200)
  @Allow('buyer:order')
  @Answers(200, mergedCart)
  @Refuses('cart_not_found', 'cart_already_ordered', 'cart_merged', 'guest_unknown')
  async merge(
    @Param('id', { schema: z.uuid() }) id: string,
    @IfMatchIfSent() seen: Precondition | null,
    @Body({ schema: mergeBody }) body: z.infer<typeof mergeBody>,
  ) {
    const merged = await this.mergeCarts.run(id, body.token, checkOf(seen));
    return withEtag(merged.cart.version, viewOfMerged(merged));
  }

  /** Sets how many of an offer lie in the cart, at the price of now. */
  @Put(':id/lines/:offerId')
  @Allow('buyer:order')
  @GuestsToo()
  @Answers(200, cartView)
  @Refuses(
    'cart_not_found',
    'cart_already_ordered',
    'cart_merged',
    'cart_is_full',
    'offer_not_for_sale',
    'gift_wrap_not_offered',
  )
  async setLine(
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('offerId', { schema: z.uuid() }) offerId: string,
    @IfMatchIfSent() seen: Precondition | null,
    @Body({ schema: lineBody }) body: z.infer<typeof lineBody>,
  ) {
    const cart = await this.changeLine.run(id, offerId, body.quantity, body.giftWrap, checkOf(seen));
    return withEtag(cart.version, viewOfCart(cart));
  }

  /** A cart with what changed since it was filled: prices, pieces, goods that are gone. */
  @Get(':id')
  @Allow('buyer:order')
  @GuestsToo()
  @Answers(200, reviewedCart)
  @Refuses('cart_not_found')
  async one(@Param('id', { schema: z.uuid() }) id: string) {
    const cart = await this.reviewCart.run(id);
    return withEtag(cart.version, viewOfReviewed(cart));
  }

  /** Promises what the cart costs, sent to an address; a newer quote of the cart takes its place. */
  @Post(':id/quote')
  @Allow('buyer:order')
  @GuestsToo()
  @Limited('quotes')
  @Answers(201, quoteView)
  @Refuses(
    'cart_not_found',
    'cart_is_empty',
    'cart_already_ordered',
    'cart_merged',
    'cart_changed',
    'promotion_unknown',
    'promotion_over',
    'promotion_used_up',
    'promotion_not_for_cart',
    'address_not_found',
    'address_pincode_unknown',
    'gstin_in_other_state',
    'pincode_not_served',
    'seller_cannot_ship_interstate',
    'seller_not_through_operator',
    'seller_turnover_reached',
  )
  async quote(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: quoteBody }) body: z.infer<typeof quoteBody>,
  ) {
    const contact = 'contact' in body ? body.contact : undefined;
    return viewOfQuote(await this.quoteCart.run(id, sendTo(body), body.codes, body.giftMessage, contact));
  }
}

const checkOf = (seen: Precondition | null) => (version: number) => seen?.check(version);
