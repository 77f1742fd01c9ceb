import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { inboxKey, InboxQuery, type InboxMessage } from '#notifications';
import { Allow, Answers, Pages, type Page } from '#platform/http';
import { inboxPage, inboxQuery } from './messages.schema.js';

type MessageView = z.infer<typeof inboxPage>['items'][number];

/** What the caller was told, newest first. */
@Controller('v1/auth/messages')
export class MessagesController {
  constructor(
    private readonly inbox: InboxQuery,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Allow('self')
  @Answers(200, inboxPage)
  async mine(@Query({ schema: inboxQuery }) query: z.infer<typeof inboxQuery>): Promise<Page<MessageView>> {
    const request = this.pages.read({ ...query, count: false }, inboxKey);
    return this.pages.of(request, await this.inbox.mine(request), (row) => [row.id], view);
  }
}

const view = ({ id, event, language, subject, text, madeAt }: InboxMessage): MessageView => ({
  id,
  event,
  language,
  subject,
  text,
  at: madeAt.toISOString(),
});
