import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { ChooseMessages, topicNames } from '#notifications';
import { Answers, Does, OfNobody, Open, Refuses, Takes } from '#platform/http';

const link = z
  .string()
  .min(64)
  .max(120)
  .regex(/^[\w-]+$/);

const letters = z
  .strictObject({
    topic: z.enum(topicNames),
    wanted: z.boolean().describe('whether letters about it still come'),
  })
  .meta({ id: 'LettersOfAKind', example: { topic: 'wishes', wanted: true } });

/** Ends letters of a kind, for whoever has the link of one: nothing to sign in to, nothing to be asked. */
@Controller('v1/public/unsubscribe')
@OfNobody('a link that stands in a letter')
export class UnsubscribeController {
  constructor(private readonly choosing: ChooseMessages) {}

  @Get(':link')
  @Does('Which letters this link ends; looking changes nothing')
  @Open({ ignoresCredentials: true })
  @Answers(200, letters)
  @Refuses('unsubscribe_link_unknown')
  async letters(@Param('link', { schema: link }) by: string) {
    return this.choosing.letters(by);
  }

  /** What mail programs send for their button (RFC 8058), and the page behind the link. */
  @Post(':link')
  @Does('No more letters of this kind, at one click')
  @HttpCode(204)
  @Open({ ignoresCredentials: true })
  @Takes(['application/x-www-form-urlencoded', 'multipart/form-data'], 1_000)
  @Answers(204)
  @Refuses('unsubscribe_link_unknown')
  async end(@Param('link', { schema: link }) by: string): Promise<void> {
    await this.choosing.endLetters(by);
  }
}
