import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { isRole } from '../domain/permissions.js';
import { Persons } from './persons.repository.js';

const invitationRow = z.object({
  id: z.uuid(),
  organisation_id: z.uuid(),
  organisation: z.string(),
  contact_hint: z.string(),
  role: z.string(),
  state: z.enum(['open', 'accepted', 'declined', 'withdrawn']),
  invited_at: z.date(),
  expires_at: z.date(),
});
export type InvitationView = z.infer<typeof invitationRow>;

export interface TeamMember {
  personId: string;
  name: string;
  joinedAt: Date;
  roles: { grantId: string; role: string }[];
}

const select = `
  select i.id, i.organisation_id, o.name as organisation, i.contact_hint, i.role, i.state, i.invited_at, i.expires_at
    from identity.invitation i join identity.organisation o on o.id = i.organisation_id`;

/** Who works for a maker, and who was asked to. Needs the system's scope: the caller has been checked. */
@Injectable()
export class TeamQuery {
  constructor(private readonly persons: Persons) {}

  async members(tx: Tx, organisationId: string): Promise<TeamMember[]> {
    const rows = await tx.many(
      z.object({ id: z.uuid(), person_id: z.uuid(), role: z.string(), joined_at: z.date() }),
      `select g.id, g.person_id, g.role, m.joined_at
         from identity.role_grant g
         join identity.membership m
           on m.person_id = g.person_id and m.organisation_id = g.organisation_id and m.ended_at is null
        where g.organisation_id = $1 and g.state = 'active' order by m.joined_at, g.id limit 100`,
      [organisationId],
    );
    const people = await this.persons.contacts(tx, [...new Set(rows.map((row) => row.person_id))]);
    return people
      .map((person) => {
        const own = rows.filter((row) => row.person_id === person.personId);
        const roles = own.filter(({ role }) => isRole(role)).map(({ id, role }) => ({ grantId: id, role }));
        return { personId: person.personId, name: person.name, joinedAt: own[0]!.joined_at, roles };
      })
      .sort((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime());
  }

  /** How many an address was sent within 24 hours, by all shops. Two at a time for one address wait for each other. */
  async sentToday(tx: Tx, contactLookup: Buffer): Promise<number> {
    await tx.run(`select pg_advisory_xact_lock(hashtextextended($1, 35))`, [contactLookup.toString('base64')]);
    const row = await tx.maybe(
      z.object({ n: z.number() }),
      `select count(*)::int as n from identity.invitation
        where contact_lookup = $1 and invited_at > $2::timestamptz - interval '1 day'`,
      [contactLookup, tx.now],
    );
    return row!.n;
  }

  /** Open ones of a shop, the newest first. */
  invitations(tx: Tx, organisationId: string): Promise<InvitationView[]> {
    return tx.many(
      invitationRow,
      `${select} where i.organisation_id = $1 and i.state = 'open' and i.expires_at > $2
        order by i.id desc limit 100`,
      [organisationId, tx.now],
    );
  }

  /** Whether this address is asked for this role already; an earlier invitation that was never answered makes room. */
  async isInvited(tx: Tx, organisationId: string, lookup: Buffer, role: string): Promise<boolean> {
    const same = `organisation_id = $1 and contact_lookup = $2 and role = $3 and state = 'open'`;
    await tx.run(
      `update identity.invitation set state = 'withdrawn', decided_at = $4 where ${same} and expires_at <= $4`,
      [organisationId, lookup, role, tx.now],
    );
    const open = await tx.many(z.object({ id: z.uuid() }), `select id from identity.invitation where ${same}`, [
      organisationId,
      lookup,
      role,
    ]);
    return open.length > 0;
  }

  /** Open ones to an address the person has proved. */
  toPerson(tx: Tx, personId: string): Promise<InvitationView[]> {
    return tx.many(
      invitationRow,
      `${select} join identity.person p on p.id = $1 and i.contact_lookup in (p.mobile_lookup, p.email_lookup)
        where i.state = 'open' and i.expires_at > $2 order by i.id desc limit 100`,
      [personId, tx.now],
    );
  }

  /** Ends an open invitation. @returns whether it was open */
  async decide(
    tx: Tx,
    id: string,
    state: 'accepted' | 'declined' | 'withdrawn',
    personId: string | null,
  ): Promise<boolean> {
    const done = await tx.maybe(
      z.object({ id: z.uuid() }),
      `update identity.invitation set state = $2, person_id = $3, decided_at = $4
        where id = $1 and state = 'open' returning id`,
      [id, state, personId, tx.now],
    );
    return done !== null;
  }

  /** Grants of the owners that hold now, held until commit: two owners cannot leave together. */
  async owners(tx: Tx, organisationId: string): Promise<string[]> {
    const rows = await tx.many(
      z.object({ id: z.uuid() }),
      `select id from identity.role_grant
        where organisation_id = $1 and role = 'maker_owner' and state = 'active' order by id for update`,
      [organisationId],
    );
    return rows.map((row) => row.id);
  }

  /** Who holds no role any more is no member either. */
  async leaveWithoutRoles(tx: Tx, personId: string, organisationId: string): Promise<void> {
    await tx.run(
      `update identity.membership set ended_at = $3
        where person_id = $1 and organisation_id = $2 and ended_at is null
          and not exists (select from identity.role_grant g
                           where g.person_id = $1 and g.organisation_id = $2 and g.state <> 'ended')`,
      [personId, organisationId, tx.now],
    );
  }
}
