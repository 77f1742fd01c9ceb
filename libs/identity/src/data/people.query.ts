import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { seeingAll, UnitOfWork } from '#platform/database';
import type { Contact } from '../domain/contact.js';
import { Persons } from './persons.repository.js';

const grantRow = z.object({
  id: z.uuid(),
  role: z.string(),
  organisation_id: z.uuid(),
  organisation: z.string(),
  state: z.enum(['proposed', 'active']),
});

/** A person as an administrator sees them. */
export interface PersonForStaff {
  personId: string;
  name: string;
  state: string;
  roles: z.infer<typeof grantRow>[];
}

/** For administrators, whose permission the gate has checked. Each look leaves a line in the audit trail. */
@Injectable()
export class PeopleQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly persons: Persons,
  ) {}

  /** By the whole mobile or e-mail only: people cannot be leafed through. @returns null when nobody has it */
  byContact(contact: Contact): Promise<PersonForStaff | null> {
    return this.work.run((tx) =>
      seeingAll(tx, async () => {
        const found = await this.persons.byContact(tx, contact);
        if (!found) return null;
        const [person] = await this.persons.contacts(tx, [found.id]);
        const roles = await tx.many(
          grantRow,
          `select g.id, g.role, g.organisation_id, o.name as organisation, g.state
             from identity.role_grant g join identity.organisation o on o.id = g.organisation_id
            where g.person_id = $1 and g.state <> 'ended' order by g.id limit 100`,
          [found.id],
        );
        tx.audit({ action: 'person.looked_up', object: { kind: 'person', id: found.id } });
        return { personId: found.id, name: person?.name ?? '', state: found.state, roles };
      }),
    );
  }

  /** Role grants that wait for a second administrator. @rule S-28 */
  proposed(): Promise<(z.infer<typeof grantRow> & { person_id: string })[]> {
    return this.work.run((tx) =>
      seeingAll(tx, () =>
        tx.many(
          grantRow.extend({ person_id: z.uuid() }),
          `select g.id, g.role, g.organisation_id, o.name as organisation, g.state, g.person_id
             from identity.role_grant g join identity.organisation o on o.id = g.organisation_id
            where g.state = 'proposed' and o.kind = 'platform' order by g.id limit 100`,
        ),
      ),
    );
  }
}
