/** Faults every simulator can play, whatever it simulates. */
export const httpFaults = [
  /** Waits `delay_ms`, then works. */
  'slow',
  /** Works, then waits `delay_ms` before it answers. */
  'slow_answer',
  /** Takes the call, does nothing and never answers. */
  'hang',
  /** Cuts the connection before doing anything. */
  'drop_before',
  /** Does the work and cuts the connection instead of answering. */
  'drop_after',
  /** Answers `status` (500) without doing anything. */
  'error_before',
  /** Does the work and answers `status` (500) all the same. */
  'error_after',
] as const;

export interface Fault {
  /** One of `httpFaults` or of the simulator's own kinds. */
  kind: string;
  /** The route as the simulator declares it, e.g. 'POST /v1/refunds'. Absent: every route. */
  route?: string;
  /** Strikes so many times, then is gone. Absent: until cleared. */
  times?: number;
  /** Between 0 and 1: how often it strikes. Absent: always. */
  probability?: number;
  delay_ms?: number;
  status?: number;
  /** What the kind needs more, e.g. how many copies of a webhook. */
  value?: number;
}

/** What shall go wrong, and how often. Chance comes from a seed, so a bad day can be lived again. */
export class FaultSwitch {
  private faults: Fault[] = [];
  private readonly kinds: readonly string[];

  constructor(
    ownKinds: readonly string[],
    readonly random: () => number = seededRandom(1),
  ) {
    this.kinds = [...httpFaults, ...ownKinds];
  }

  /** @throws RangeError for a kind this simulator does not know */
  set(fault: Fault): void {
    if (!this.kinds.includes(fault.kind)) {
      throw new RangeError(`unknown fault "${fault.kind}"; known are ${this.kinds.join(', ')}`);
    }
    this.faults.push({ ...fault });
  }

  clear(kind?: string): void {
    this.faults = kind === undefined ? [] : this.faults.filter((fault) => fault.kind !== kind);
  }

  list(): readonly Fault[] {
    return this.faults;
  }

  /** The fault that strikes now, used up by one, or null. */
  take(kind: string, route?: string): Fault | null {
    const fault = this.faults.find((f) => f.kind === kind && (f.route === undefined || f.route === route));
    if (fault === undefined) return null;
    if (fault.probability !== undefined && this.random() >= fault.probability) return null;
    if (fault.times !== undefined) {
      fault.times -= 1;
      if (fault.times <= 0) this.faults = this.faults.filter((f) => f !== fault);
    }
    return fault;
  }
}

/** Chance that repeats: the same seed gives the same numbers in [0, 1). A linear congruential generator. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
