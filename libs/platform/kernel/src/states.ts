import { domainErrors } from './domain-error.js';

/** A state nothing leaves. */
export const final = 'final';

interface Waiting<S extends string> {
  /** Whose move it is: a person's role, 'clock', or an outside party. */
  waitsFor: string;
  /** event → next state */
  on: Readonly<Record<string, S>>;
  /** If nobody moves: [policy parameter that says after how long, the event that then happens, rule]. */
  lapses?: readonly [after: string, event: string, rule: string];
  /** If nobody moves: [policy parameter, the desk that is told, rule]. */
  alarms?: readonly [after: string, desk: string, rule: string];
}

type Row<S extends string> = typeof final | Waiting<S>;

const { fail } = domainErrors('platform', {
  illegal_transition: {
    status: 409,
    rule: 'R-10',
    says: (f: { subject: string; state: string; event: string; possible: string[] }) =>
      `${f.subject} is ${f.state}: ${f.event} is not possible now` +
      (f.possible.length > 0 ? ` (possible: ${f.possible.join(', ')}).` : '; nothing more can happen to it.'),
    next: 'Read the object again and choose one of the possible steps.',
  },
});

export interface Machine<S extends string, E extends string> {
  subject: string;
  initial: S;
  table: Readonly<Record<S, Row<S>>>;
  /** All states, in the order of the table: what the CHECK constraint must list. */
  names: readonly S[];
  isFinal(state: S): boolean;
  can(state: S, event: E): boolean;
  /** The state after `event`. @throws illegal_transition (409) when the table has no such row. */
  next(state: S, event: E): S;
}

type EventsOf<T> = { [K in keyof T]: T[K] extends { on: infer O } ? keyof O & string : never }[keyof T];

/**
 * A state machine as a table that also says whom we wait for and what happens if nobody moves (section 10 of the rules).
 * A target that is not a state does not compile.
 *
 * @param subject  what is in these states, as a person would say it ("The order")
 */
export function states<const T extends { readonly [K in keyof T]: Row<keyof T & string> }>(
  subject: string,
  initial: keyof T & string,
  table: T,
): Machine<keyof T & string, EventsOf<T>> {
  type S = keyof T & string;
  const rows = table as Readonly<Record<S, Row<S>>>;
  const names = Object.keys(rows) as S[];
  const target = (state: S, event: string): S | undefined => {
    const row = rows[state];
    return row === final || !Object.hasOwn(row.on, event) ? undefined : row.on[event];
  };
  return {
    subject,
    initial,
    table: rows,
    names,
    isFinal: (state) => rows[state] === final,
    can: (state, event) => target(state, event) !== undefined,
    next(state, event) {
      const to = target(state, event);
      if (to !== undefined) return to;
      const row = rows[state];
      throw fail('illegal_transition', { subject, state, event, possible: row === final ? [] : Object.keys(row.on) });
    },
  };
}
