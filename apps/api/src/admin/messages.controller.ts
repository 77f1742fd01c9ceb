import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { recordKey, SendAgain, SentMessagesQuery } from '#notifications';
import { Allow, Answers, Pages, Refuses, type Page, OfNobody } from '#platform/http';
import { messagePage, messagesQuery, messageView } from './messages.schema.js';

type MessageView = z.infer<typeof messagePage>['items'][number];

/** What people were told, and what could not be sent. Neither names nor texts are shown. */
@Controller('v1/admin/messages')
@OfNobody('an operator sees every message, without its text')
export class AdminMessagesController {
  constructor(
    private readonly messages: SentMessagesQuery,
    private readonly sendAgain: SendAgain,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Allow('admin:jobs')
  @Answers(200, messagePage)
  async list(@Query({ schema: messagesQuery }) query: z.infer<typeof messagesQuery>): Promise<Page<MessageView>> {
    const request = this.pages.read({ ...query, count: false }, recordKey);
    return this.pages.of(request, await this.messages.page(query, request), (row) => [row.id], messageView);
  }

  @Post(':id/retry')
  @HttpCode(204)
  @Allow('admin:jobs')
  @Answers(204)
  @Refuses('message_not_found', 'message_fell_back', 'illegal_transition')
  async retry(@Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    await this.sendAgain.run(id);
  }
}
