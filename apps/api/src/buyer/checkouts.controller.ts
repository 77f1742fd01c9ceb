import { Controller, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { StartPayment, Payments } from '#payments';
import { Allow, Answers, Idempotent, Refuses, Of } from '#platform/http';
import { money } from '#platform/money';
import { startedPayment } from './orders.schema.js';

@Controller('v1/buyer/checkouts')
@Of(Payments, (payments, tx, id) => payments.lockByCause(tx, { kind: 'checkout', id }))
export class CheckoutsController {
  constructor(private readonly startPayment: StartPayment) {}

  /** Opens the one payment of a checkout at the payment provider; asked again, the same one. */
  @Post(':id/payment')
  @Allow('buyer:order')
  @Idempotent({ outside: true })
  @Answers(201, startedPayment)
  @Refuses('payment_not_found', 'payment_not_payable', 'payment_provider_unavailable')
  async pay(@Param('id', { schema: z.uuid() }) id: string) {
    const { paymentId, amount_paise, clientSecret, payUrl } = await this.startPayment.run({ kind: 'checkout', id });
    return { paymentId, amount: money(amount_paise), clientSecret, payUrl };
  }
}
