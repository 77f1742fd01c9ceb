import type { INestApplicationContext } from '@nestjs/common';
import { PeopleForOperators, type PersonInFull, type PersonInList } from '#identity';
import { withBazaar } from '../context.js';
import { print } from '../terminal.js';
import type { Who } from './read.js';
import type { AskedList, AskedShow } from './asked.js';

export function list({ json, limit, organisation, ...filter }: AskedList): Promise<void> {
  return withBazaar('user list', async (app) => {
    const asked = { ...filter, ...(organisation === undefined ? {} : { organisationId: organisation }) };
    const people = await app.get(PeopleForOperators, { strict: false }).list(asked, limit);
    const last = people.length === limit ? people.at(-1)!.personId : null;
    print(json, { items: people, next: last }, () => [
      ...(people.length > 0 ? people.map(line) : ['nobody']),
      ...(last ? [`more: --after ${last}`] : []),
    ]);
  });
}

export function show(who: Who, options: AskedShow): Promise<void> {
  // Only a look into personal data is a matter for the trail.
  const change = options.unmask ? { json: options.json, dryRun: false, reason: options.reason! } : undefined;
  return withBazaar(
    'user show',
    async (app) => {
      const people = app.get(PeopleForOperators, { strict: false });
      const person = await people.byId(await idOf(app, who), options.unmask);
      print(options.json, person, () => lines(person));
    },
    change,
  );
}

/** @throws person_not_found */
export const idOf = async (app: INestApplicationContext, who: Who): Promise<string> =>
  'id' in who ? who.id : app.get(PeopleForOperators, { strict: false }).idOf(who.contact);

const roleText = ({ role, organisation, state }: PersonInList['roles'][number]): string =>
  `${role} in ${organisation}${state === 'proposed' ? ' (proposed)' : ''}`;

const line = (person: PersonInList): string =>
  [person.personId, person.state.padEnd(9), person.name || '–', person.roles.map(roleText).join('; ')]
    .join('  ')
    .trimEnd();

function lines(person: PersonInFull): string[] {
  const rows: [string, string | null][] = [
    ['id', person.personId],
    ['name', person.name || null],
    ['mobile', person.mobile],
    ['e-mail', person.email],
    ['state', person.stateReason ? `${person.state}: ${person.stateReason}` : person.state],
    ['registered', person.registeredAt],
    ['second factor', person.hasSecondFactor ? 'yes' : 'none'],
    ['sign-ins', `${person.liveSignIns} live${person.lastUsedAt ? `, last used ${person.lastUsedAt}` : ''}`],
    ['erasure due', person.erasureDueAt],
    ...person.roles.map((role): [string, string] => ['role', `${roleText(role)}, organisation ${role.organisationId}`]),
  ];
  return rows.filter(([, value]) => value !== null).map(([name, value]) => `${name.padEnd(14)}${value}`);
}
