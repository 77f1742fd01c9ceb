import { final, type Machine } from '#platform/kernel';
import type { Driver, Workshop } from './driven.js';

/**
 * How one kind of thing is brought from state to state: one step per event of its table, each by the real use-cases.
 * States are never written from here, only read.
 */
export interface Road<T, S extends string, E extends string, W extends object> {
  machine: Machine<S, E>;
  /** Where its state stands. */
  row(thing: T): { table: string; id: string; key?: string };
  /** The state a new one is in when it is not the table's first. */
  start?: S;
  /** A new one. @param ahead  events that are meant to follow, for choices that must be made early */
  begin(shop: Workshop, wish: Partial<W>, ahead: readonly E[]): Promise<T>;
  /** Event → what makes it happen. A step may go further than its event where the use-case does. */
  steps: Partial<Record<E, (shop: Workshop, thing: T, ahead: readonly E[]) => Promise<unknown>>>;
  /** States nothing leads to yet, and why. Only shrinks. */
  notYet?: Partial<Record<S, string>>;
}

/** Writes a road down: what is driven, and what may be wished for it, are said first. */
export const road =
  <T, W extends object = object>() =>
  <S extends string, E extends string>(one: Road<T, S, E, W>): Road<T, S, E, W> =>
    one;

/** The shortest way between two states over the events that have a step; null when there is none. */
export function wayBetween<S extends string, E extends string>(
  { machine, steps }: Pick<Road<never, S, E, object>, 'machine' | 'steps'>,
  from: S,
  to: S,
): E[] | null {
  const ways = new Map<S, E[]>([[from, []]]);
  for (const [state, way] of ways) {
    if (state === to) return way;
    const row = machine.table[state];
    if (row === final) continue;
    for (const [event, next] of Object.entries(row.on) as [E, S][])
      if (steps[event] && !ways.has(next)) ways.set(next, [...way, event]);
  }
  return null;
}

export function driver<T, S extends string, E extends string, W extends object>(
  of: Road<T, S, E, W>,
  shop: () => Workshop,
): Driver<T, S, W> {
  const { subject, names, initial } = of.machine;

  async function stateOf(thing: T): Promise<S> {
    const { table, id, key = 'id' } = of.row(thing);
    return (await shop().hands.sees<{ state: S }>(`select state from ${table} where ${key} = $1`, [id])).state;
  }

  async function on(thing: T, state: S): Promise<T> {
    // Each step leads to another state, so the way is never longer than the table.
    for (let taken = 0; taken <= names.length; taken++) {
      const here = await stateOf(thing);
      const way = wayBetween(of, here, state);
      if (way === null) throw new Error(`${subject} is ${here}: no step leads from there to ${state}`);
      const [event, ...ahead] = way;
      if (event === undefined) return thing;
      await of.steps[event]!(shop(), thing, ahead);
      const now = await stateOf(thing);
      if (now === here) throw new Error(`${subject} is still ${here} after "${event}"`);
    }
    throw new Error(`${subject} goes in a circle and never becomes ${state}`);
  }

  return {
    on,
    stateOf,
    async to(state, wish = {}) {
      const reason = of.notYet?.[state];
      if (reason !== undefined) throw new Error(`${subject} cannot be driven to ${state} yet: ${reason}`);
      const thing = await of.begin(shop(), wish, wayBetween(of, of.start ?? initial, state) ?? []);
      return on(thing, state);
    },
  };
}
