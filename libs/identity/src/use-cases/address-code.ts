import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { Challenges, type AskedCode } from '../data/challenges.repository.js';
import { asSystem } from '../data/system-scope.js';
import type { CodeFacts } from '../domain/code-message.js';
import type { Contact } from '../domain/contact.js';

/** A code to the address of somebody who need not have an account: only who reads her messages can give it. */
@Injectable()
export class AddressCode {
  constructor(
    private readonly work: UnitOfWork,
    private readonly challenges: Challenges,
  ) {}

  /**
   * Sends a code that is good for one thing.
   * @param asked.subjectId  under whose key the address rests meanwhile
   * @param asked.boundTo  what the code is for
   * @throws too_many_codes (429)
   * @rule S-34
   */
  ask(
    tx: Tx,
    asked: { contact: Contact; subjectId: string; boundTo: string; says: CodeFacts; language: string },
  ): Promise<AskedCode> {
    const { subjectId: personId, ...rest } = asked;
    return seeingAll(tx, () => this.challenges.ask(tx, { ...rest, purpose: 'member_consent', personId }));
  }

  /** Counts a try, in a transaction of its own. @throws code_refused (422) */
  check(challengeId: string, code: string, boundTo: string): Promise<void> {
    return asSystem(() => this.challenges.check({ challengeId, purpose: 'member_consent', code, boundTo }));
  }

  /** Spends a code that was right, together with what it was given for. @throws code_refused (422) */
  async use(tx: Tx, challengeId: string): Promise<void> {
    await seeingAll(tx, () => this.challenges.use(tx, challengeId));
  }
}
