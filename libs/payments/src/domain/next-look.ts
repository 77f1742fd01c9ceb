/** A shopper who has paid at once is back by then. */
const first_look_ms = 20_000;

/**
 * When the provider is asked again about a payment it has told nothing of, because its notice may be lost: soon after it was
 * opened, then after as long again as has passed since, and when her time is over.
 * @rule S-6 SM-6
 */
export function nextLook({ asked_at, due_at }: { asked_at: Date; due_at: Date | null }, now: Date): Date {
  const passed_ms = now.getTime() - asked_at.getTime();
  const at = new Date(now.getTime() + Math.max(first_look_ms, passed_ms));
  return due_at !== null && due_at < at ? due_at : at;
}
