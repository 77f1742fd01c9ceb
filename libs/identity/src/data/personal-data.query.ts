import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { Persons } from './persons.repository.js';

const text = z.object({ part: z.string(), rows: z.array(z.record(z.string(), z.unknown())) });

/** Everything this module knows about a person, for that person. @rule S-66 */
@Injectable()
export class PersonalDataQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly persons: Persons,
  ) {}

  /** The caller's own rows, by the wall of the database too. */
  ofMine(): Promise<Record<string, unknown>> {
    return this.work.run(async (tx) => {
      const personId = tx.actor.personId;
      if (personId === null) return {};
      const [contact] = await this.persons.contacts(tx, [personId]);
      const parts = await tx.many(
        text,
        `select part, rows from (
           select 'account' as part, jsonb_agg(jsonb_build_object('registeredAt', p.registered_at, 'state', p.state)) as rows
             from identity.person p where p.id = $1
           union all
           select 'consents', jsonb_agg(jsonb_build_object('purpose', c.purpose, 'notice', c.notice, 'language', c.language,
                                                           'givenAt', c.given_at, 'withdrawnAt', c.withdrawn_at))
             from identity.consent c where c.person_id = $1
           union all
           select 'signIns', jsonb_agg(jsonb_build_object('client', s.client, 'address', s.address, 'openedAt', s.opened_at,
                                                          'endedAt', s.ended_at))
             from identity.session s where s.person_id = $1
           union all
           select 'roles', jsonb_agg(jsonb_build_object('organisation', o.name, 'role', g.role, 'grantedAt', g.granted_at,
                                                        'endedAt', g.ended_at))
             from identity.role_grant g join identity.organisation o on o.id = g.organisation_id where g.person_id = $1
           union all
           select 'delegations', jsonb_agg(jsonb_build_object('kind', d.kind, 'scope', d.scope, 'until', d.until, 'state', d.state))
             from identity.delegation d where $1 in (d.maker_person_id, d.delegate_person_id)
         ) parts where rows is not null`,
        [personId],
      );
      return { ...contact, ...Object.fromEntries(parts.map(({ part, rows }) => [part, rows])) };
    });
  }
}
