import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { z } from 'zod';
import { ChooseMessages } from '#notifications';
import { Allow, Answers, Does, Refuses } from '#platform/http';
import { messagePreferences, messageWishes, preferencesView } from './preferences.schema.js';

/** What the caller is told, over which channels, and in which language. */
@Controller('v1/auth/preferences')
export class PreferencesController {
  constructor(private readonly choosing: ChooseMessages) {}

  @Get()
  @Does('What you are told, over which channels, and in which language')
  @Allow('self')
  @Answers(200, messagePreferences)
  async mine() {
    return preferencesView(await this.choosing.read());
  }

  @Post()
  @HttpCode(200)
  @Does('Chooses what reaches you; what is not named stays as it is')
  @Allow('self')
  @Answers(200, messagePreferences)
  @Refuses('topic_is_necessary', 'topic_is_told_at_once')
  async choose(@Body({ schema: messageWishes }) body: z.infer<typeof messageWishes>) {
    return preferencesView(await this.choosing.change(body.wishes, body.language ?? null, body.together));
  }
}
