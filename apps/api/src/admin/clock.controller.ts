import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { z } from 'zod';
import { AdvanceClock } from '#platform/database';
import { Allow, Answers, Does } from '#platform/http';
import { advanceBody, clockNow } from './clock.schema.js';

/** Moves the business clock of a demo, training or test installation; production has neither these routes nor the row. */
@Controller('v1/admin/clock')
export class ClockController {
  constructor(private readonly clock: AdvanceClock) {}

  @Get()
  @Allow('admin:clock')
  @Does('The business time of this installation')
  @Answers(200, clockNow)
  async read(): Promise<z.infer<typeof clockNow>> {
    return { now: (await this.clock.now()).toISOString() };
  }

  @Post('advance')
  @HttpCode(200)
  @Allow('admin:clock')
  @Does('Lets time pass: deadlines that lie in between fall due')
  @Answers(200, clockNow)
  async advance(@Body({ schema: advanceBody }) body: z.infer<typeof advanceBody>): Promise<z.infer<typeof clockNow>> {
    const { days, hours, minutes, seconds } = body;
    const now = await this.clock.by(((days * 24 + hours) * 60 + minutes) * 60 + seconds);
    return { now: now.toISOString() };
  }
}
