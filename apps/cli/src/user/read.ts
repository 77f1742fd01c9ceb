import type { Command } from 'commander';
import { z } from 'zod';
import { isRole, parseContact, roleNames, type Contact, type Role } from '#identity';

/** A person as the operator names them: by id, or by the mobile or e-mail they sign in with. */
export type Who = { id: string } | { contact: Contact };

export function whoOf(command: Command, text: string): Who {
  if (z.uuid().safeParse(text).success) return { id: text.toLowerCase() };
  const contact = parseContact(text);
  return contact
    ? { contact }
    : command.error(`error: '${text}' names nobody\n(Write an id, a mobile number or an e-mail address.)`);
}

/** Everybody is a shopper: nobody is given that, and nobody is found by it. */
export function roleOf(command: Command, role: string): Role {
  if (isRole(role) && role !== 'shopper') return role;
  const known = roleNames.filter((name) => name !== 'shopper').join(', ');
  return command.error(`error: there is no role '${role}'\n(The roles are ${known}.)`);
}

/** Roles of the platform are held in the platform; for every other one the organisation is named. */
export function assertPlace(command: Command, { role, organisation }: { role: string; organisation?: string }): void {
  roleOf(command, role);
  if (organisation === undefined && !role.startsWith('platform_'))
    command.error(`error: ${role} is held in an organisation\n(Say which with --organisation <id>.)`);
}
