import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for something that must come, two minutes at most: a test that hangs says for what. */
export async function until(what: string, done: () => Promise<boolean> | boolean): Promise<void> {
  for (let i = 0; i < 2_400; i++) {
    if (await done()) return;
    await sleep(50);
  }
  throw new Error(`waited two minutes in vain: ${what}`);
}
