import { Controller, Headers, HttpCode, Post, RawBody } from '@nestjs/common';
import { RecordTracking } from '#fulfilment';
import { Answers, Open, Refuses } from '#platform/http';
import { receivedView } from './payment-gateway.controller.js';

@Controller('webhooks/courier')
export class CourierController {
  constructor(private readonly record: RecordTracking) {}

  /** News from the courier, believed by its signature over the raw body. */
  @Post()
  @HttpCode(200)
  @Open({ ignoresCredentials: true })
  @Answers(200, receivedView)
  @Refuses('courier_notice_rejected')
  notice(@RawBody() body: Buffer | undefined, @Headers() headers: Record<string, string | string[] | undefined>) {
    return this.record.run(body ?? Buffer.alloc(0), headers);
  }
}
