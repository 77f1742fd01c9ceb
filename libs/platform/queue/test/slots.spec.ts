import fc from 'fast-check';
import { dailyAt, everyMinutes, hourlyAt, monthlyOn, weeklyOn, type Slots } from '../src/index.js';

const at = (slots: Slots, now: string): string => slots.latest(new Date(now)).toISOString();

describe('S-16 strokes of a clock are stated in Asia/Kolkata', () => {
  test.each([
    ['every 15 minutes', everyMinutes(15), '2026-11-22T10:44:59.999Z', '2026-11-22T10:30:00.000Z'],
    ['on the stroke', everyMinutes(15), '2026-11-22T10:45:00.000Z', '2026-11-22T10:45:00.000Z'],
    ['hourly, in India half an hour beside UTC', hourlyAt(5), '2026-11-22T10:34:00.000Z', '2026-11-22T09:35:00.000Z'],
    ['daily, before the time', dailyAt('02:30'), '2026-11-21T20:59:59.000Z', '2026-11-20T21:00:00.000Z'],
    ['daily, after the time', dailyAt('02:30'), '2026-11-21T21:00:00.000Z', '2026-11-21T21:00:00.000Z'],
    ['weekly', weeklyOn('monday', '09:00'), '2026-11-22T10:00:00.000Z', '2026-11-16T03:30:00.000Z'],
    ['weekly, on the day', weeklyOn('sunday', '09:00'), '2026-11-22T10:00:00.000Z', '2026-11-22T03:30:00.000Z'],
    ['monthly', monthlyOn(7, '01:00'), '2026-11-22T10:00:00.000Z', '2026-11-06T19:30:00.000Z'],
    ['monthly, over the year', monthlyOn(7, '01:00'), '2027-01-03T10:00:00.000Z', '2026-12-06T19:30:00.000Z'],
  ])('%s', (_words, slots, now, stroke) => expect(at(slots, now)).toBe(stroke));

  test('a stroke is never ahead, and is its own stroke', () => {
    const clocks = [
      everyMinutes(1),
      hourlyAt(59),
      dailyAt('23:59'),
      weeklyOn('sunday', '00:00'),
      monthlyOn(28, '23:59'),
    ];
    const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...clocks), instant, (slots, now) => {
        const stroke = slots.latest(now);
        expect(stroke.getTime()).toBeLessThanOrEqual(now.getTime());
        expect(slots.latest(stroke)).toEqual(stroke);
        expect(slots.latest(new Date(stroke.getTime() - 1)).getTime()).toBeLessThan(stroke.getTime());
      }),
    );
  });

  test.each(['25:00', '2:30', '02:60'])('%s is not a time of day', (time) => {
    expect(() => dailyAt(time)).toThrow('time of day');
  });
});
