import type { INestApplicationContext, Type } from '@nestjs/common';
import {
  EndSession,
  ErasePerson,
  GrantAsOperator,
  PeopleForOperators,
  platformOrganisationId,
  ResetSecondFactor,
  SuspendPerson,
} from '#identity';
import { withBazaar } from '../context.js';
import { print } from '../terminal.js';
import { idOf } from './look.js';
import type { Who } from './read.js';
import type { AskedGrant, AskedOfPerson } from './asked.js';

/** What has come of it, in words, and what a program wants to know beside the person's id. */
interface Done {
  says: string;
  facts?: Record<string, unknown>;
}

export const suspend = (who: Who, options: AskedOfPerson): Promise<void> =>
  changed('suspend', who, options, async (app, personId) => {
    await verb(app, SuspendPerson).suspend(personId, options.reason);
    return { says: 'suspended, and signed out everywhere' };
  });

export const restore = (who: Who, options: AskedOfPerson): Promise<void> =>
  changed('restore', who, options, async (app, personId) => {
    await verb(app, SuspendPerson).reinstate(personId, options.reason);
    return { says: 'let in again: they sign in anew' };
  });

export const endSessions = (who: Who, options: AskedOfPerson): Promise<void> =>
  changed('end-sessions', who, options, async (app, personId) => {
    await verb(app, PeopleForOperators).byId(personId, false);
    const ended = await verb(app, EndSession).allOf(personId, options.reason);
    return { says: `${ended} sign-ins ended`, facts: { ended } };
  });

export const resetSecondFactor = (who: Who, options: AskedOfPerson): Promise<void> =>
  changed('reset-second-factor', who, options, async (app, personId) => {
    await verb(app, ResetSecondFactor).run(personId, options.reason);
    return { says: 'the authenticator app is gone: they sign in anew and set one up' };
  });

export const erase = (who: Who, options: AskedOfPerson & { now: boolean }): Promise<void> =>
  changed('erase', who, options, async (app, personId) => {
    const verbOf = verb(app, ErasePerson);
    if (options.now) {
      const { erasureDueAt: noticeUntil } = await verb(app, PeopleForOperators).byId(personId, false);
      await verbOf.run(personId);
      return {
        says: `erased, ${noticeOf(noticeUntil)}: what was known about them can be read by nobody any more`,
        facts: { erased: true, noticeUntil },
      };
    }
    const { dueAt } = await verbOf.askFor(personId);
    return { says: `will be erased after ${dueAt}; they are told and may take it back`, facts: { dueAt } };
  });

export const grant = (who: Who, options: AskedGrant & { firstAdministrator: boolean }): Promise<void> =>
  changed('grant', who, options, async (app, personId) => {
    const give = verb(app, GrantAsOperator);
    const given = options.firstAdministrator
      ? await give.makeFirstAdministrator(personId)
      : await give.give(personId, where(options), options.role);
    const says =
      given.state === 'active'
        ? `holds ${options.role} now`
        : `${options.role} is proposed: an administrator confirms it on the screen`;
    return { says, facts: { ...given, role: options.role } };
  });

export const revoke = (who: Who, options: AskedGrant): Promise<void> =>
  changed('revoke', who, options, async (app, personId) => {
    await verb(app, GrantAsOperator).revoke(personId, where(options), options.role, options.reason);
    return { says: `holds ${options.role} there no more`, facts: { role: options.role } };
  });

/** What the books of the bazaar say of the 48 hours that were not waited for: the operator answers for the rest. */
function noticeOf(until: string | null): string {
  if (until === null) return 'though no notice was given here';
  return `${new Date(until) <= new Date() ? 'after' : 'before'} the end of the notice (${until})`;
}

function changed(
  name: string,
  who: Who,
  options: AskedOfPerson,
  work: (app: INestApplicationContext, personId: string) => Promise<Done>,
): Promise<void> {
  return withBazaar(
    `user ${name}`,
    async (app) => {
      const personId = await idOf(app, who);
      const { says, facts } = await work(app, personId);
      const { dryRun } = options;
      print(options.json, { personId, ...facts, dryRun }, () => [
        `${dryRun ? 'tried and taken back: ' : ''}${personId} ${says}`,
      ]);
    },
    options,
  );
}

const verb = <T>(app: INestApplicationContext, of: Type<T>): T => app.get(of, { strict: false });

const where = ({ organisation }: AskedGrant): string => organisation ?? platformOrganisationId;
