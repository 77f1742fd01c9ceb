import { addDays, hoursAfter, startOfIstDay } from '#platform/time';
import type { EvidenceKind } from './evidence-matrix.js';

/** Papers that end on a day and are handed in anew. @rule */
export const renewableKinds = ['fssai', 'gi_user', 'land_border'] as const satisfies readonly EvidenceKind[];
export type RenewableKind = (typeof renewableKinds)[number];

/** Which goods of a seller are not shown: food, goods of a registered GI, or all of them. @rule SM-1 */
export const restrictions = ['food', 'gi', 'all'] as const;
export type Restriction = (typeof restrictions)[number];

const hides: Readonly<Record<RenewableKind, Restriction>> = { fssai: 'food', gi_user: 'gi', land_border: 'all' };

/** A paper in force, with the day on which it no longer holds. */
export interface TermedPaper {
  kind: RenewableKind;
  valid_to: string;
}

/** A reminder that is due: her paper ends in so many days. */
export interface Reminder {
  kind: RenewableKind;
  endsOn: string;
  days: number;
}

/** A right to carry the name of a registered GI; without it her goods say that they come from the region, no more. */
export interface TermedRight {
  gi: string;
  /** First legal day it no longer holds. */
  valid_to: string;
}

export interface RightReminder {
  gi: string;
  endsOn: string;
  days: number;
}

export interface Outlook {
  /** Papers that no longer hold. */
  ended: readonly RenewableKind[];
  /** Goods that may not be shown without them, in the order of `restrictions`. */
  hidden: readonly Restriction[];
  remind: readonly Reminder[];
  /** When to look again; null when no paper of hers ends. */
  next: Date | null;
}

/** People are reminded in the morning, not at midnight. */
const morning_hours = 10;

type Termed = Pick<TermedPaper, 'valid_to'>;

/** The first instant at which a paper no longer holds: its day must lie ahead. */
export const endOf = (paper: Termed): Date => startOfIstDay(paper.valid_to);

const remindedAt = (paper: Termed, days: number): Date =>
  hoursAfter(startOfIstDay(addDays(paper.valid_to, -days)), morning_hours);

/**
 * What is to be done about papers that end: hide goods, remind, look again.
 * @param since  what fell due before was done already; after an outage only the nearest of several reminders is sent
 * @param reminder_days  days before the end
 * @rule SM-1
 */
export function outlook(
  papers: readonly TermedPaper[],
  since: Date,
  now: Date,
  reminder_days: readonly number[],
): Outlook {
  const ended = papers.filter((paper) => endOf(paper) <= now);
  const ahead = papers.filter((paper) => endOf(paper) > now);
  const hidden = new Set(ended.map(({ kind }) => hides[kind]));
  const remind = ahead.flatMap((paper): Reminder[] => {
    const days = daysToRemind(paper, since, now, reminder_days);
    return days === null ? [] : [{ kind: paper.kind, endsOn: paper.valid_to, days }];
  });
  return {
    ended: ended.map(({ kind }) => kind),
    hidden: restrictions.filter((one) => hidden.has(one)),
    remind,
    next: earliest([...ahead.map(endOf), ...reminders(ahead, reminder_days)].filter((at) => at > now)),
  };
}

/**
 * The same for rights to carry the name of a GI. Nothing is hidden at their end: what goods may say is asked each day anew.
 * @rule
 */
export function outlookOfRights(
  rights: readonly TermedRight[],
  since: Date,
  now: Date,
  reminder_days: readonly number[],
): { remind: readonly RightReminder[]; next: Date | null } {
  const ahead = rights.filter((right) => endOf(right) > now);
  const remind = ahead.flatMap((right): RightReminder[] => {
    const days = daysToRemind(right, since, now, reminder_days);
    return days === null ? [] : [{ gi: right.gi, endsOn: right.valid_to, days }];
  });
  return { remind, next: earliest(reminders(ahead, reminder_days).filter((at) => at > now)) };
}

export const earliest = (moments: readonly Date[]): Date | null =>
  moments.length === 0 ? null : new Date(Math.min(...moments.map((at) => at.getTime())));

const reminders = (ahead: readonly Termed[], reminder_days: readonly number[]): Date[] =>
  ahead.flatMap((paper) => reminder_days.map((days) => remindedAt(paper, days)));

/** The nearest of the reminders that fell due in between; null when none did. */
function daysToRemind(paper: Termed, since: Date, now: Date, reminder_days: readonly number[]): number | null {
  const due = reminder_days.filter((days) => {
    const at = remindedAt(paper, days);
    return at >= since && at <= now;
  });
  return due.length === 0 ? null : Math.min(...due);
}
