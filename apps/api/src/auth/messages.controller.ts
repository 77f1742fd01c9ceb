import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { FollowInbox, inboxKey, InboxQuery, ReadInbox } from '#notifications';
import {
  Allow,
  Answers,
  Authenticator,
  Does,
  EventStreams,
  eventStreamType,
  Me,
  Of,
  Pages,
  Refuses,
  type EventStream,
  type Page,
} from '#platform/http';
import { DomainError, newId, type Actor } from '#platform/kernel';
import { runAsSystem } from '#platform/observability';
import {
  eventView,
  inboxPage,
  inboxQuery,
  messageView,
  seenBody,
  unreadView,
  type MessageView,
} from './messages.schema.js';

/** What the caller was told: to be read, marked as read, and followed as it comes. */
@Controller('v1/auth/messages')
@Of(InboxQuery, (inbox, tx, id) => inbox.own(tx, id))
export class MessagesController {
  constructor(
    private readonly inbox: InboxQuery,
    private readonly reading: ReadInbox,
    private readonly following: FollowInbox,
    private readonly streams: EventStreams,
    private readonly authenticator: Authenticator,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Does('What you were told, newest first')
  @Allow('self')
  @Answers(200, inboxPage)
  async mine(@Query({ schema: inboxQuery }) query: z.infer<typeof inboxQuery>): Promise<Page<MessageView>> {
    const request = this.pages.read({ ...query, count: false }, inboxKey);
    return this.pages.of(request, await this.inbox.mine(request), (row) => [row.id], messageView);
  }

  @Get('unread')
  @Does('How many messages you have not opened')
  @Allow('self')
  @Answers(200, unreadView)
  async unread(): Promise<z.infer<typeof unreadView>> {
    return { unread: await this.inbox.unread() };
  }

  @Get('events')
  @Does('Your messages as they come, as server-sent events; after a break, all since Last-Event-ID')
  @Allow('self')
  @Answers(200, undefined, {
    contentType: eventStreamType,
    description: 'Events "message" with an id and a message as in the list, and "unread" with how many are unread.',
  })
  @Refuses('not_a_stream', 'too_many_streams', 'invalid_input')
  events(@Me() me: Actor, @Req() request: FastifyRequest): EventStream {
    const reader = me.personId!;
    return this.streams.begin(
      request,
      reader,
      () => this.isStill(reader, request),
      async function* (this: MessagesController, after: number | null, gone: AbortSignal) {
        for await (const news of this.following.run(reader, after, gone)) yield eventView(news);
      }.bind(this),
    );
  }

  @Post('read')
  @Does('Marks your messages as read, up to the newest you have seen')
  @Allow('self')
  @HttpCode(200)
  @Answers(200, unreadView)
  @Refuses('message_not_found')
  async readUpTo(@Body({ schema: seenBody }) body: z.infer<typeof seenBody>): Promise<z.infer<typeof unreadView>> {
    await this.reading.upTo(body.upTo);
    return this.unread();
  }

  @Post(':id/read')
  @Does('Marks one of your messages as read')
  @Allow('self')
  @HttpCode(204)
  @Answers(204)
  @Refuses('message_not_found')
  async read(@Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    await this.reading.one(id);
  }

  /** Whether who began to follow may go on: her sign-in has not ended, and her token holds. @rule S-36 */
  private async isStill(reader: string, request: FastifyRequest): Promise<boolean> {
    try {
      const now = await runAsSystem('GET /v1/auth/messages/events', newId(), () =>
        this.authenticator.authenticate(request),
      );
      return now.personId === reader;
    } catch (refusal) {
      if (refusal instanceof DomainError) return false;
      throw refusal;
    }
  }
}
