import { z } from 'zod';
import { event, job } from '#platform/kernel';

const person = z.object({ personId: z.uuid() });

export const PersonRegistered = event('identity.person_registered', person);
export const PersonSuspended = event('identity.person_suspended', person);
export const PersonErased = event('identity.person_erased', person);
export const OrganisationCreated = event(
  'identity.organisation_created',
  z.object({ organisationId: z.uuid(), kind: z.string() }),
);
const grant = z.object({ personId: z.uuid(), organisationId: z.uuid(), role: z.string() });
export const RoleGranted = event('identity.role_granted', grant);
/** Somebody is asked to work for a shop; personId is null while nobody has proved the address. */
export const MemberInvited = event(
  'identity.member_invited',
  z.object({
    invitationId: z.uuid(),
    organisationId: z.uuid(),
    role: z.string(),
    personId: z.uuid().nullable(),
  }),
);
export const RoleEnded = event('identity.role_ended', grant);

/** Sends the one-time code of a challenge. The code is nowhere in the job: it is worked out when it is sent. */
export const SendCodeJob = job('identity.send-code', {
  payload: z.object({ challengeId: z.uuid() }),
  key: (p) => p.challengeId,
});

export const SessionRevoked = event(
  'identity.session_revoked',
  z.object({ personId: z.uuid(), sessionId: z.uuid(), why: z.string() }),
);
export const PasswordChanged = event('identity.password_changed', person);
export const PersonReinstated = event('identity.person_reinstated', person);
export const BuyerRegistered = event(
  'identity.buyer_registered',
  z.object({ registrationId: z.uuid(), organisationId: z.uuid() }),
);
export const BuyerVerified = event(
  'identity.buyer_verified',
  z.object({ registrationId: z.uuid(), organisationId: z.uuid(), state: z.enum(['approved', 'rejected']) }),
);
/** Open work of the post belongs to the successor from now on: nothing has to be rewritten, the post owns it. */
export const ChargeTransferred = event(
  'identity.charge_transferred',
  z.object({ postId: z.uuid(), fromPersonId: z.uuid().nullable(), toPersonId: z.uuid().nullable() }),
);
const delegation = z.object({ delegationId: z.uuid(), makerId: z.uuid(), delegateId: z.uuid() });
export const DelegationGiven = event('identity.delegation_given', delegation);
export const DelegationEnded = event('identity.delegation_ended', delegation);
export const StaffLooked = event('identity.staff_looked', z.object({ personId: z.uuid(), staffId: z.uuid() }));
export const ErasureAsked = event('identity.erasure_asked', person.extend({ dueAt: z.iso.datetime() }));
/** The authenticator app is gone: taken away by its owner, or by the desk for who lost it. */
export const SecondFactorRemoved = event('identity.second_factor_removed', person);
export const ContactChanged = event('identity.contact_changed', person);
/** Somebody proved by a code that an address of her account is hers: a new one, or again one it had. */
export const ContactConfirmed = event(
  'identity.contact_confirmed',
  person.extend({ kind: z.enum(['mobile', 'email']) }),
);
/**
 * Somebody guesses at the password of an account and has to wait from now on. Told for names nobody has as well
 * (personId null), so that the work is the same whether or not the account exists (S-32).
 */
export const PasswordGuessed = event('identity.password_guessed', z.object({ personId: z.uuid().nullable() }));
