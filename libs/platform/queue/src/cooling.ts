const first_ms = 1_000;
const longest_ms = 300_000;

/** Things that failed and rest before they are tried again: 1 s, doubling, 5 minutes at most. Of this process only. */
export class Cooling {
  private readonly resting = new Map<string, { until: number; pause_ms: number }>();

  get size(): number {
    return this.resting.size;
  }

  rests(id: string): boolean {
    return (this.resting.get(id)?.until ?? 0) > Date.now();
  }

  failed(id: string): void {
    const pause_ms = Math.min(longest_ms, (this.resting.get(id)?.pause_ms ?? first_ms / 2) * 2);
    this.resting.set(id, { until: Date.now() + pause_ms, pause_ms });
  }

  succeeded(id: string): void {
    this.resting.delete(id);
  }

  /** Forgets those no longer asked for. */
  keep(ids: ReadonlySet<string>): void {
    for (const id of this.resting.keys()) if (!ids.has(id)) this.resting.delete(id);
  }
}
