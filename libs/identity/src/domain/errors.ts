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
  second_factor_needed: {
    status: 403,
    rule: 'S-35',
    says: (f: { within_minutes: number }) =>
      `This needs the code of your authenticator app, given in the last ${f.within_minutes} minutes.`,
    next: 'Send it to POST /v1/auth/sessions/current/second-factor and repeat the request.',
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
});
