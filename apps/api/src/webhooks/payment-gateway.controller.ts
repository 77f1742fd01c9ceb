import { Controller, Headers, HttpCode, Post, RawBody } from '@nestjs/common';
import { z } from 'zod';
import { RecordGatewayNotice } from '#payments';
import { Answers, Open, Refuses } from '#platform/http';

export const receivedView = z.strictObject({ received: z.literal(true) }).meta({ id: 'NoticeReceived' });

@Controller('webhooks/payment-gateway')
export class PaymentGatewayController {
  constructor(private readonly record: RecordGatewayNotice) {}

  /** News from the payment provider, believed by its signature over the raw body. */
  @Post()
  @HttpCode(200)
  @Open({ ignoresCredentials: true })
  @Answers(200, receivedView)
  @Refuses('notice_rejected')
  notice(@RawBody() body: Buffer | undefined, @Headers() headers: Record<string, string | string[] | undefined>) {
    return this.record.run(body ?? Buffer.alloc(0), headers);
  }
}
