/**
 * How many wrong guesses cost nothing, and the longest wait after that. The wait doubles with each further one; with the
 * first wait the owner of the account is told.
 */
export const patience = {
  /** Who insists all day gets fewer than 100 looks. */
  account: { free: 5, wait_max_s: 1_200 },
  device: { free: 5, wait_max_s: 900 },
  /** Many people share an address: offices, service centres, mobile networks. */
  address: { free: 60, wait_max_s: 60 },
} as const;
export type GuesserKind = keyof typeof patience;

const forgotten_ms = 24 * 3_600_000;

export interface GuessCount {
  failures: number;
  lastAt: Date;
  /** Before this no guess is looked at. */
  freeAt: Date;
}

/**
 * What one more guess does: it has to wait, or it is counted and the next one may have to. A guess that has to wait is
 * not counted, so that nobody is locked out by a stranger's insistence.
 * @returns the count to keep, or the seconds to wait
 * @rule S-33
 */
export function guess(kind: GuesserKind, count: GuessCount | null, now: Date): GuessCount | { wait_s: number } {
  const { free, wait_max_s } = patience[kind];
  const fresh = count === null || now.getTime() - count.lastAt.getTime() > forgotten_ms;
  if (!fresh && count.freeAt > now) return { wait_s: Math.ceil((count.freeAt.getTime() - now.getTime()) / 1_000) };
  const failures = fresh ? 1 : count.failures + 1;
  const wait_s = failures < free ? 0 : Math.min(wait_max_s, 2 ** Math.min(failures - free, 20));
  return { failures, lastAt: now, freeAt: new Date(now.getTime() + wait_s * 1_000) };
}
