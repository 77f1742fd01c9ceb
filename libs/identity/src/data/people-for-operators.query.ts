import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { maskedContact, maskedName, type Contact } from '../domain/contact.js';
import { fail } from '../domain/errors.js';
import type { Role } from '../domain/permissions.js';
import { Persons, type FoundPerson } from './persons.repository.js';

const grant = z.object({
  grantId: z.uuid(),
  role: z.string(),
  state: z.enum(['proposed', 'active']),
  organisationId: z.uuid(),
  organisation: z.string(),
});
const listRow = z.object({
  id: z.uuid(),
  state: z.enum(['active', 'suspended', 'erased']),
  registered_at: z.date(),
  roles: z.array(grant),
});
const detailRow = listRow.extend({
  state_reason: z.string().nullable(),
  language: z.string(),
  has_second_factor: z.boolean(),
  live_sign_ins: z.number(),
  last_used_at: z.date().nullable(),
  erasure_due_at: z.date().nullable(),
});

/** What a list shows of a person: no more of the name than its first letters. */
export interface PersonInList {
  personId: string;
  name: string;
  state: FoundPerson['state'];
  registeredAt: string;
  roles: z.infer<typeof grant>[];
}

export interface PersonInFull extends PersonInList {
  mobile: string | null;
  email: string | null;
  language: string;
  stateReason: string | null;
  hasSecondFactor: boolean;
  liveSignIns: number;
  lastUsedAt: string | null;
  erasureDueAt: string | null;
}

export interface PeopleFilter {
  role?: Role;
  state?: FoundPerson['state'];
  organisationId?: string;
  /** The id after which the next part of the list begins. */
  after?: string;
}

const rolesOf = `coalesce((
  select jsonb_agg(jsonb_build_object('grantId', g.id, 'role', g.role, 'state', g.state,
                                      'organisationId', o.id, 'organisation', o.name) order by g.id)
    from identity.role_grant g join identity.organisation o on o.id = g.organisation_id
   where g.person_id = p.id and g.state <> 'ended'), '[]') as roles`;

/** People as the operator at the server needs them: by id, masked, and in full only with a reason. @rule S-66 */
@Injectable()
export class PeopleForOperators {
  constructor(
    private readonly work: UnitOfWork,
    private readonly persons: Persons,
  ) {}

  /** In the order in which they registered. @param limit  at most so many */
  list(filter: PeopleFilter, limit: number): Promise<PersonInList[]> {
    const values: unknown[] = [limit];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const where: string[] = [];
    if (filter.after) where.push(`p.id > ${place(filter.after)}`);
    if (filter.state) where.push(`p.state = ${place(filter.state)}`);
    const held: string[] = [];
    if (filter.role) held.push(`h.role = ${place(filter.role)}`);
    if (filter.organisationId) held.push(`h.organisation_id = ${place(filter.organisationId)}`);
    if (held.length > 0)
      where.push(
        `p.id in (select h.person_id from identity.role_grant h where h.state <> 'ended' and ${held.join(' and ')})`,
      );
    const only = where.length > 0 ? `where ${where.join(' and ')}` : '';
    return this.looking(async (tx) => {
      const rows = await tx.many(
        listRow,
        `select p.id, p.state, p.registered_at, ${rolesOf} from identity.person p ${only} order by p.id limit $1`,
        values,
      );
      const people = await this.known(
        tx,
        rows.map((row) => row.id),
      );
      return rows.map((row) => inList(row, maskedName(people.get(row.id)?.name ?? '')));
    });
  }

  /**
   * One person. Unmasked it is a look into personal data and leaves a line in the audit trail.
   * @throws person_not_found (404)
   */
  byId(personId: string, unmasked: boolean): Promise<PersonInFull> {
    return this.looking(async (tx) => {
      const row = await tx.maybe(
        detailRow,
        `select p.id, p.state, p.registered_at, p.state_reason, p.language, ${rolesOf},
                exists (select from identity.second_factor f
                         where f.person_id = p.id and f.confirmed_at is not null) as has_second_factor,
                (select count(*)::int from identity.session s
                  where s.person_id = p.id and s.ended_at is null and s.expires_at > clock_timestamp()) as live_sign_ins,
                (select max(s.last_used_at) from identity.session s
                  where s.person_id = p.id and s.ended_at is null) as last_used_at,
                (select r.due_at from identity.erasure_request r
                  where r.person_id = p.id and r.done_at is null) as erasure_due_at
           from identity.person p where p.id = $1`,
        [personId],
      );
      if (!row) throw fail('person_not_found');
      if (unmasked) tx.audit({ action: 'person.looked_up', object: { kind: 'person', id: personId } });
      const known = (await this.known(tx, [personId])).get(personId);
      const hidden = (kind: 'mobile' | 'email'): string | null => {
        const value = known?.[kind] ?? null;
        return value === null || unmasked ? value : maskedContact({ kind, value });
      };
      return {
        ...inList(row, unmasked ? (known?.name ?? '') : maskedName(known?.name ?? '')),
        mobile: hidden('mobile'),
        email: hidden('email'),
        language: row.language,
        stateReason: row.state_reason,
        hasSecondFactor: row.has_second_factor,
        liveSignIns: row.live_sign_ins,
        lastUsedAt: row.last_used_at?.toISOString() ?? null,
        erasureDueAt: row.erasure_due_at?.toISOString() ?? null,
      };
    });
  }

  /** The id of who signs in with this mobile or e-mail. @throws person_not_found (404) */
  idOf(contact: Contact): Promise<string> {
    return this.looking(async (tx) => {
      const found = await this.persons.byContact(tx, contact);
      if (!found) throw fail('person_not_found');
      return found.id;
    });
  }

  private looking<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.work.run((tx) => seeingAll(tx, () => work(tx)));
  }

  private async known(tx: Tx, ids: readonly string[]) {
    return new Map((await this.persons.contacts(tx, ids)).map((person) => [person.personId, person]));
  }
}

const inList = (row: z.infer<typeof listRow>, name: string): PersonInList => ({
  personId: row.id,
  name,
  state: row.state,
  registeredAt: row.registered_at.toISOString(),
  roles: row.roles,
});
