/**
 * How a server whose launcher was killed is stopped, by time since then: PostgreSQL's fast stop (and Redis's orderly one);
 * its immediate stop, after which the next start recovers; at last what nobody can refuse. Within 5 s nothing serves.
 *
 * @type {readonly { signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL', after_ms: number }[]}
 */
export const ORPHAN_STOPS = [
  { signal: 'SIGINT', after_ms: 0 },
  { signal: 'SIGQUIT', after_ms: 2_500 },
  { signal: 'SIGKILL', after_ms: 4_000 },
];
