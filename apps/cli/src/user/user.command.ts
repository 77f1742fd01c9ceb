import { Argument, InvalidArgumentError, Option, type Command } from 'commander';
import { z } from 'zod';
import { dryRun, json, reason } from '../options.js';
import type { AskedGrant, AskedList, AskedOfPerson, AskedShow } from './asked.js';

// Loaded late: `--help` of everything else does not wait for the people.
const reads = () => import('./read.js');
const looks = () => import('./look.js');
const changes = async () => ({ ...(await import('./change.js')), ...(await reads()) });

/** Accounts of people: what an operator at the server may do when no administrator can do it on the screen. */
export function userCommand(program: Command): void {
  const user = program.command('user').description('accounts of people: find, shut out, let in, roles, erasure');
  reading(user);
  change(user, 'suspend', 'shut a person out: no new sign-in, every live one ends now').action(
    async (who: string, options: AskedOfPerson, command: Command) => {
      const { suspend, whoOf } = await changes();
      await suspend(whoOf(command, who), options);
    },
  );
  change(user, 'restore', 'let a suspended person in again').action(
    async (who: string, options: AskedOfPerson, command: Command) => {
      const { restore, whoOf } = await changes();
      await restore(whoOf(command, who), options);
    },
  );
  change(user, 'end-sessions', 'sign a person out everywhere').action(
    async (who: string, options: AskedOfPerson, command: Command) => {
      const { endSessions, whoOf } = await changes();
      await endSessions(whoOf(command, who), options);
    },
  );
  change(user, 'reset-second-factor', 'take away a lost authenticator app; check first that it is really them').action(
    async (who: string, options: AskedOfPerson, command: Command) => {
      const { resetSecondFactor, whoOf } = await changes();
      await resetSecondFactor(whoOf(command, who), options);
    },
  );
  change(user, 'erase', 'destroy what is known about a person, 48 hours after they were told; their books stay')
    .option('--now', 'without the 48 hours: the notice was given and the time is over', false)
    .action(async (who: string, options: AskedOfPerson & { now: boolean }, command: Command) => {
      const { erase, whoOf } = await changes();
      await erase(whoOf(command, who), options);
    });
  granting(user);
}

function reading(user: Command): void {
  user
    .command('list', { isDefault: true })
    .description('people with their roles, names masked, in the order in which they registered')
    .addOption(role('only who holds, or is proposed for, this role'))
    .addOption(new Option('--state <state>', 'only accounts in this state').choices(['active', 'suspended', 'erased']))
    .addOption(id('--organisation <id>', 'only who holds a role in this organisation'))
    .addOption(id('--after <id>', 'go on after this person'))
    .addOption(new Option('--limit <people>', 'at most so many, up to 500').default(50).argParser(limitOf))
    .addOption(json())
    .action(async (options: AskedList, command: Command) => {
      if (options.role !== undefined) (await reads()).roleOf(command, options.role);
      await (await looks()).list(options);
    });
  user
    .command('show')
    .description('one person: state, roles, sign-ins; name and contacts masked')
    .addArgument(person())
    .option('--unmask', 'name and contacts in full; needs --reason and stands in the audit trail', false)
    .addOption(reason('welcome'))
    .addOption(json())
    .action(async (who: string, options: AskedShow, command: Command) => {
      if (options.unmask && options.reason === undefined)
        command.error("error: option '--unmask' needs '--reason <why>'");
      await (await looks()).show((await reads()).whoOf(command, who), options);
    });
}

function granting(user: Command): void {
  const organisation = (): Option => id('--organisation <id>', 'where; for roles of the platform it is the platform');
  change(user, 'grant', 'give a role of a nodal office, or propose one of the platform to an administrator')
    .addOption(role('which role').makeOptionMandatory())
    .addOption(organisation())
    .option(
      '--first-administrator',
      'platform_admin at once, as long as there is none: there is nobody to confirm',
      false,
    )
    .action(async (who: string, options: AskedGrant & { firstAdministrator: boolean }, command: Command) => {
      if (options.firstAdministrator && options.role !== 'platform_admin')
        command.error("error: option '--first-administrator' goes with '--role platform_admin'");
      const { assertPlace, grant, whoOf } = await changes();
      assertPlace(command, options);
      await grant(whoOf(command, who), options);
    });
  change(user, 'revoke', 'take a role back, or a proposal of one')
    .addOption(role('which role').makeOptionMandatory())
    .addOption(organisation())
    .action(async (who: string, options: AskedGrant, command: Command) => {
      const { assertPlace, revoke, whoOf } = await changes();
      assertPlace(command, options);
      await revoke(whoOf(command, who), options);
    });
}

const change = (user: Command, name: string, says: string): Command =>
  user
    .command(name)
    .description(says)
    .addArgument(person())
    .addOption(reason('needed'))
    .addOption(dryRun())
    .addOption(json());

const person = (): Argument => new Argument('<person>', 'their id, or the mobile or e-mail they sign in with');

const id = (flag: string, says: string): Option =>
  new Option(flag, says).argParser((text) => {
    if (!z.uuid().safeParse(text).success)
      throw new InvalidArgumentError('Write an id, as `user show` and `user list` print them.');
    return text;
  });

const role = (says: string): Option => new Option('--role <role>', says);

function limitOf(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > 500)
    throw new InvalidArgumentError('Write a number from 1 to 500.');
  return limit;
}
