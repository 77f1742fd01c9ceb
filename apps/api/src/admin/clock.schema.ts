import { z } from 'zod';

const part = (most: number) => z.int().min(0).max(most).default(0);

export const advanceBody = z
  .strictObject({ days: part(3_660), hours: part(23), minutes: part(59), seconds: part(59) })
  .refine(({ days, hours, minutes, seconds }) => days + hours + minutes + seconds > 0, 'expected some time to pass')
  .meta({ id: 'ClockAdvance', example: { days: 8 } });

export const clockNow = z
  .strictObject({ now: z.iso.datetime().describe('business time: deadlines go by it') })
  .meta({ id: 'ClockNow', example: { now: '2026-11-30T09:15:27.120Z' } });
