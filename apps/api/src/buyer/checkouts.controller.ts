import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { CheckoutsQuery, CheckoutTimelineQuery } from '#orders';
import { LookAtPayment, StartPayment, Payments } from '#payments';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, GuestsToo, Idempotent, Refuses, Of } from '#platform/http';
import { money } from '#platform/money';
import { checkoutTimeline, checkoutView, viewOfCheckoutTimeline, viewOfWholeCheckout } from './checkouts.schema.js';
import { startedPayment } from './orders.schema.js';

@Controller('v1/buyer/checkouts')
@Of(Payments, (payments, tx, id) => payments.lockByCause(tx, { kind: 'checkout', id }))
export class CheckoutsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly checkouts: CheckoutsQuery,
    private readonly timeline: CheckoutTimelineQuery,
    private readonly startPayment: StartPayment,
    private readonly lookAtPayment: LookAtPayment,
  ) {}

  /** What became of a checkout: its orders, and how its one payment stands. */
  @Get(':id')
  @Allow('buyer:order')
  @GuestsToo()
  @Answers(200, checkoutView)
  @Refuses('checkout_not_found')
  async one(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfWholeCheckout(await this.work.run((tx) => this.checkouts.byId(tx, id)));
  }

  /** What happened to all its orders and to their money so far, the oldest first. */
  @Get(':id/timeline')
  @Allow('buyer:order')
  @GuestsToo()
  @Answers(200, checkoutTimeline)
  @Refuses('checkout_not_found')
  async steps(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfCheckoutTimeline(await this.work.run((tx) => this.timeline.of(tx, id)));
  }

  /** Opens the one payment of a checkout at the payment provider; asked again, the same one. */
  @Post(':id/payment')
  @Allow('buyer:order')
  @GuestsToo()
  @Idempotent({ outside: true })
  @Answers(201, startedPayment)
  @Refuses('payment_not_found', 'payment_not_payable', 'payment_provider_unavailable')
  async pay(@Param('id', { schema: z.uuid() }) id: string) {
    const { paymentId, amount_paise, clientSecret, payUrl } = await this.startPayment.run({ kind: 'checkout', id });
    return { paymentId, amount: money(amount_paise), clientSecret, payUrl };
  }

  /** The shopper is back from the provider's page: how her payment stands is asked there, and what became of it answered. */
  @Post(':id/payment/look')
  @HttpCode(200)
  @Allow('buyer:order')
  @GuestsToo()
  @Idempotent({ outside: true })
  @Answers(200, checkoutView)
  @Refuses('checkout_not_found', 'payment_not_found', 'payment_provider_unavailable')
  async look(@Param('id', { schema: z.uuid() }) id: string) {
    await this.lookAtPayment.run({ kind: 'checkout', id });
    return this.one(id);
  }
}
