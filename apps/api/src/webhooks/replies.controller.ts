import { Controller, Headers, HttpCode, Post, RawBody } from '@nestjs/common';
import { RecordReply } from '#notifications';
import { Answers, Open, Refuses } from '#platform/http';
import { receivedView } from './payment-gateway.controller.js';

@Controller('webhooks/replies')
export class RepliesController {
  constructor(private readonly record: RecordReply) {}

  /** What people write back to our messages, believed by its signature over the raw body. */
  @Post()
  @HttpCode(200)
  @Open({ ignoresCredentials: true })
  @Answers(200, receivedView)
  @Refuses('reply_rejected')
  reply(@RawBody() body: Buffer | undefined, @Headers() headers: Record<string, string | string[] | undefined>) {
    return this.record.run(body ?? Buffer.alloc(0), headers);
  }
}
