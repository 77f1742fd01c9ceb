/** A broken invariant of ours, never the caller's fault: answered as 500, logged, nothing committed. */
export function assert(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(`broken invariant: ${sentence}`);
}
