import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Guests } from './guests.repository.js';
import { Persons, type PersonContact } from './persons.repository.js';

/** People, readable: only for those whose rows the caller may see (herself; the system's jobs: everybody). */
@Injectable()
export class PersonsQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly persons: Persons,
    private readonly guests: Guests,
  ) {}

  /** How to reach a person or a guest; null when there is none, or they were erased, or the caller may not see them. */
  contactOf(personId: string): Promise<PersonContact | null> {
    return this.work.run(async (tx) => {
      const [person] = await this.persons.contacts(tx, [personId]);
      return person ?? this.guests.contact(tx, personId);
    });
  }

  contactsOf(personIds: readonly string[]): Promise<PersonContact[]> {
    return this.work.run((tx) => this.persons.contacts(tx, personIds));
  }
}
