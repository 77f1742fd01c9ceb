import { domainErrors } from '#platform/kernel';

/** Refusals of identity. Those of signing in say the same whether or not the account exists (S-32). */
export const { fail } = domainErrors('identity', {
  sign_in_refused: {
    status: 401,
    rule: 'S-32',
    says: () => 'The sign-in name, the password or the code is not right.',
    next: 'Check them, or ask for a one-time code with POST /v1/auth/codes.',
  },
  credential_refused: {
    status: 401,
    rule: 'S-36',
    says: () => 'The token or key is not valid, or no longer.',
    next: 'Refresh it with POST /v1/auth/sessions/refresh, or sign in again.',
  },
  guest_refused: {
    status: 401,
    rule: 'S-36',
    says: () => 'What this guest was given is not valid, or no longer.',
    next: 'Begin again with POST /v1/public/carts, or sign in.',
  },
  code_refused: {
    status: 422,
    rule: 'S-34',
    says: () => 'This code is not right, was used, or is too old.',
    next: 'Check the newest message, or ask for a new code.',
  },
  too_many_codes: {
    status: 429,
    rule: 'S-34',
    says: (f: { retryAfter_s: number }) => `Too many codes were asked for. Try again in ${f.retryAfter_s} s.`,
    next: 'Wait, and use the newest code you were sent.',
  },
  too_many_invitations: {
    status: 429,
    rule: 'S-34',
    says: () => 'This address was sent enough invitations today.',
    next: 'Ask her in person to open an account; your invitation can follow tomorrow.',
  },
  too_many_tries: {
    status: 429,
    rule: 'S-33',
    says: (f: { retryAfter_s: number }) => `Too many tries. The next one counts in ${f.retryAfter_s} s.`,
    next: 'Wait, or set a new password with POST /v1/auth/password-resets.',
  },
  sign_in_busy: {
    status: 429,
    rule: 'S-31',
    says: (f: { retryAfter_s: number }) => `Many people are signing in just now. Try again in ${f.retryAfter_s} s.`,
  },
  password_too_weak: {
    status: 422,
    rule: 'S-31',
    says: (f: { why: string }) => `This password is easy to guess: ${f.why}.`,
    next: 'Choose 8 to 128 characters; three or four words that do not belong together are good.',
  },
  second_factor_exists: {
    status: 409,
    rule: 'S-35',
    says: () => 'This account has an authenticator app already.',
    next: 'Remove it first with DELETE /v1/auth/second-factor.',
  },
  second_factor_absent: {
    status: 409,
    rule: 'S-35',
    says: () => 'This account has no authenticator app yet.',
    next: 'Set one up with POST /v1/auth/second-factor.',
  },
  session_not_found: {
    status: 404,
    rule: 'S-42',
    says: () => 'There is no such sign-in of yours, or it has ended.',
    next: 'GET /v1/auth/sessions lists them.',
  },
  not_your_organisation: {
    status: 403,
    rule: 'S-42',
    says: () => 'You do not act for that organisation or from that post.',
    next: 'GET /v1/auth/me lists the organisations and posts you act for.',
  },
  organisation_not_found: { status: 404, rule: 'S-42', says: () => 'There is no such organisation.' },
  person_not_found: {
    status: 404,
    rule: 'S-42',
    says: () => 'There is no such person, or they have not registered yet.',
    next: 'Ask them to register first, with their own mobile or e-mail.',
  },
  parent_does_not_fit: {
    status: 422,
    rule: 'R-2.1',
    says: (f: { kind: string; expected: string }) => `A ${f.kind} stands under a ${f.expected}.`,
  },
  role_does_not_fit: {
    status: 422,
    rule: 'R-2.2',
    says: (f: { role: string; kind: string }) => `The role ${f.role} is not held in a ${f.kind}.`,
  },
  may_not_grant: {
    status: 403,
    rule: 'R-2.2',
    says: (f: { role: string }) => `You may not give or end the role ${f.role} there.`,
  },
  last_administrator: {
    status: 409,
    rule: 'S-28',
    says: () => 'This is the last administrator: without one, a single person could make the next.',
    next: 'Let them confirm a successor first, or shut the account out with `bazaar user suspend`.',
  },
  invitation_not_found: {
    status: 404,
    rule: 'S-42',
    says: () => 'There is no such invitation, or it is over.',
  },
  invitation_open: {
    status: 409,
    rule: 'R-2.3',
    says: (f: { role: string }) => `They are invited as ${f.role} already.`,
  },
  last_owner_stays: {
    status: 409,
    rule: 'R-2.3',
    says: () => 'A shop always has an owner, and this is the last one.',
    next: 'Invite another owner first, or close the shop.',
  },
  grant_not_found: { status: 404, rule: 'S-42', says: () => 'There is no such role grant, or it has ended.' },
  post_not_found: { status: 404, rule: 'R-2.4', says: () => 'There is no such post in that organisation.' },
  role_held_already: {
    status: 409,
    rule: 'R-2.2',
    says: (f: { role: string }) => `This person holds the role ${f.role} there already.`,
  },
  duties_not_separate: {
    status: 403,
    rule: 'R-2.3',
    says: (f: { role: string; with: string }) => `One person may not hold ${f.role} together with ${f.with}.`,
    next: 'Give one of the two roles to another officer.',
  },
  second_person_needed: {
    status: 403,
    rule: 'S-28',
    says: (f: { why: string }) => `A second person is needed: ${f.why}.`,
  },
  acts_not_separate: {
    status: 403,
    rule: 'R-2.3',
    says: (f: { act: string; earlier: string }) =>
      `Whoever did "${f.earlier}" may not do "${f.act}" on the same purchase.`,
    next: 'Let another officer do this step.',
  },
  rank_too_low: {
    status: 422,
    rule: 'R-2.2',
    says: (f: { role: string; rank: string; floor: string }) =>
      `The role ${f.role} needs at least the rank ${f.floor}; the post has ${f.rank}.`,
  },
  ranks_too_far: {
    status: 422,
    rule: 'R-2.2',
    says: (f: { verifier: string; primary: string }) =>
      `The verifying authority stands at most one rank above or below the primary user (${f.verifier}, ${f.primary}).`,
  },
  official_mailbox_needed: {
    status: 422,
    rule: 'R-2.4',
    says: () => 'An officer registers with an official mailbox (gov.in, nic.in or the one of this marketplace).',
    next: 'Add and verify one with POST /v1/auth/contacts.',
  },
  verifier_does_not_fit: {
    status: 422,
    rule: 'R-2.2',
    says: () => 'The verifying authority is another officer, named by an official mailbox of their own.',
  },
  registration_not_found: {
    status: 404,
    rule: 'S-42',
    says: () => 'There is no registration that waits for you.',
    next: 'GET /v1/government/verifications lists those that name your mailbox.',
  },
  post_is_held: {
    status: 409,
    rule: 'R-2.4',
    says: () => 'Somebody holds this post.',
    next: 'Transfer its charge instead.',
  },
  post_is_vacant: { status: 409, rule: 'R-2.4', says: () => 'Nobody holds this post.' },
  contact_taken: {
    status: 422,
    rule: 'S-32',
    says: () => 'This mobile or e-mail cannot be added to your account.',
    next: 'If it is yours, sign in with it and use that account, or remove it there first.',
  },
  person_state_unfit: {
    status: 409,
    rule: 'S-45',
    says: (f: { state: string }) => `The account is ${f.state}.`,
  },
  staff_reads_only: {
    status: 403,
    rule: 'S-45',
    says: () => 'Looking through the eyes of a user, staff may read but change nothing.',
  },
  key_not_found: { status: 404, rule: 'S-42', says: () => 'There is no such API key of your organisation.' },
  key_scope_unfit: {
    status: 422,
    rule: 'S-39',
    says: (f: { scope: string }) => `A key cannot carry the permission ${f.scope}.`,
    next: 'Choose permissions that you hold yourself and that need no person.',
  },
  delegation_not_found: { status: 404, rule: 'S-42', says: () => 'There is no such delegation of yours.' },
  delegation_scope_unfit: {
    status: 422,
    rule: 'R-0.8',
    says: (f: { scope: string }) => `A delegate cannot be given the permission ${f.scope}.`,
  },
  delegation_too_long: {
    status: 422,
    rule: 'R-0.8',
    says: (f: { days_max: number }) => `A delegation lasts at most ${f.days_max} days; it can be given again.`,
  },
  own_code_needed: {
    status: 403,
    rule: 'S-35',
    says: (f: { act: string }) => `"${f.act}" is about money: it needs a code sent to the maker, for this act alone.`,
    next: 'Ask for it with the act itself (…/payout-account/codes) and give it with POST /v1/auth/delegations/own-codes/{id}/confirmation.',
  },
  erasure_hindered: {
    status: 409,
    rule: 'S-66',
    says: (f: { roles: string[] }) => `The account still holds offices or a shop: ${f.roles.join(', ')}.`,
    next: 'Hand them over or close them first.',
  },
});
