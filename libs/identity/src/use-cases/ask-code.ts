import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Challenges, nobodyId, type AskedCode } from '../data/challenges.repository.js';
import { Persons } from '../data/persons.repository.js';
import { asSystem } from '../data/system-scope.js';
import type { Contact } from '../domain/contact.js';

@Injectable()
export class AskCode {
  constructor(
    private readonly work: UnitOfWork,
    private readonly persons: Persons,
    private readonly challenges: Challenges,
  ) {}

  /**
   * Sends a code to sign in or to set a new password. The answer is the same when nobody has that address: nothing is
   * sent then, and no code is right.
   * @throws too_many_codes (429)
   * @rule S-32 S-34
   */
  run(purpose: 'sign_in' | 'reset_password', contact: Contact): Promise<AskedCode> {
    return asSystem(() =>
      this.work.run(async (tx) => {
        const person = await this.persons.byContact(tx, contact);
        return this.challenges.ask(tx, {
          purpose,
          // For an address nobody has, the same work is done for nobody, and nothing of the address is kept.
          contact,
          personId: person?.id ?? nobodyId,
          isDecoy: person?.state !== 'active',
          language: person?.language ?? 'en',
        });
      }),
    );
  }
}
