import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { addDays, istDay } from '#platform/time';
import { digestOf, monthOf, sealOf, spanOf, trialOf, type TrialLine } from '../domain/period.js';
import { Periods, type Closing, type DayRead } from './periods.repository.js';

/** What was kept of the month before. */
type Before = { trial: TrialLine[] | null; digest: string | null };

/** Reads a month of the books a day at a time: however many transfers it has, no statement and no transaction is longer than a day's. */
@Injectable()
export class MonthReader {
  constructor(
    private readonly work: UnitOfWork,
    private readonly periods: Periods,
  ) {}

  /**
   * A month as it stands in the books: its trial balance, on top of the month before, and its seal. The first month has in it
   * everything that was posted before. Only a month that takes nothing any more reads the same at its end as at its beginning.
   */
  async read(month: string, before: Before | null): Promise<Closing> {
    const days: DayRead[] = [];
    for (const day of await this.days(month, before)) {
      days.push(await this.work.run((tx) => this.periods.day(tx, day)));
    }
    const trial = trialOf(before?.trial ?? [], monthOf(days.flatMap(({ moved }) => moved)));
    const transfers = days.reduce((sum, day) => sum + day.transfers, 0);
    return { transfers, trial, digest: sealOf(before?.digest ?? '', month, digestOf(days), trial) };
  }

  private async days(month: string, before: Before | null): Promise<string[]> {
    const span = spanOf(month);
    const first = before === null ? await this.work.run((tx) => this.periods.firstDay(tx)) : istDay(span.from);
    const days: string[] = [];
    for (let day = first; day !== null && day < istDay(span.before); day = addDays(day, 1)) days.push(day);
    return days;
  }
}
