import { Controller, Headers, HttpCode, Post, RawBody } from '@nestjs/common';
import { RecordReceipt } from '#notifications';
import { Answers, Open, Refuses } from '#platform/http';
import { receivedView } from './payment-gateway.controller.js';

@Controller('webhooks/messages')
export class MessageReceiptsController {
  constructor(private readonly record: RecordReceipt) {}

  /** What became of messages, believed by its signature over the raw body. */
  @Post()
  @HttpCode(200)
  @Open({ ignoresCredentials: true })
  @Answers(200, receivedView)
  @Refuses('receipt_rejected')
  notice(@RawBody() body: Buffer | undefined, @Headers() headers: Record<string, string | string[] | undefined>) {
    return this.record.run(body ?? Buffer.alloc(0), headers);
  }
}
