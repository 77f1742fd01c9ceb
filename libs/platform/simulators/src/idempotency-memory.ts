import { createHash } from 'node:crypto';
import type { Collection, Journal } from './journal.js';
import { refuse, Refusal, type Answer } from './simulated-http.js';

interface Remembered {
  fingerprint: string;
  answer: Answer;
}

export interface KeyTrouble {
  /** Same key, other parameters. */
  reused: () => Refusal;
  /** Same key, the first request is still at work. */
  inUse: () => Refusal;
}

/** For the simulators that have no foreign error format to imitate. */
export const plainKeyTrouble: KeyTrouble = {
  reused: () => refuse(409, 'key_reused', 'This key was used for another request.'),
  inUse: () => refuse(409, 'key_in_use', 'The first request with this key is still at work.'),
};

/** Same key and same parameters: the same answer again, work done once. */
export class IdempotencyMemory {
  private readonly answers: Collection<Remembered>;
  private readonly underway = new Set<string>();

  constructor(
    journal: Journal,
    private readonly trouble: KeyTrouble,
    /** Which refusals are remembered too; the others leave the key free. */
    private readonly keeps: (status: number) => boolean,
  ) {
    this.answers = journal.collection<Remembered>('idempotency-keys');
  }

  /** @param request what must be the same when the key is the same */
  async once(key: string, request: unknown, work: () => Answer | Promise<Answer>): Promise<Answer> {
    const fingerprint = createHash('sha256').update(JSON.stringify(request)).digest('hex');
    const before = this.answers.get(key);
    if (before !== undefined && before.fingerprint !== fingerprint) throw this.trouble.reused();
    if (before !== undefined) return { ...before.answer, headers: { 'idempotent-replayed': 'true' } };
    if (this.underway.has(key)) throw this.trouble.inUse();
    this.underway.add(key);
    try {
      const answer = await outcomeOf(work);
      if (answer.status < 400 || this.keeps(answer.status)) this.answers.put(key, { fingerprint, answer });
      return answer;
    } finally {
      this.underway.delete(key);
    }
  }

  /** As real ones do after a day: the same key starts anew. */
  forget(): void {
    for (const key of this.answers.keys()) this.answers.remove(key);
  }
}

async function outcomeOf(work: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}
