/** What a one-time code is good for. */
export const challengePurposes = [
  'register',
  'sign_in',
  'reset_password',
  'verify_contact',
  'step_up',
  'delegation',
  'own_code',
  'member_consent',
  'contact_replaced',
  'team_invitation',
] as const;
export type ChallengePurpose = (typeof challengePurposes)[number];

/** They tell something, and what they carry opens nothing; the limits on codes are not theirs. */
export const notices: readonly ChallengePurpose[] = ['contact_replaced', 'team_invitation'];

/** Acts about money that a delegate does only with the maker's own code, one code for one act. */
export const moneyActs = ['payout_account'] as const;
export type MoneyActName = (typeof moneyActs)[number];

/**
 * What a message with a code is about. Three have none: `already_registered` when somebody asked for an account there is,
 * `contact_replaced` to the address an account went without from then on, `team_invitation` to who has no account yet.
 */
export type CodeAbout = Exclude<ChallengePurpose, 'own_code'> | MoneyActName | 'already_registered';

/** Facts the message tells: ids of words, days, the end of an account number; never more of a person than that. */
export type CodeFacts = Readonly<Record<string, string>>;

/** A message with a one-time code, on its way to the owner of an address. */
export interface CodeMessage {
  channel: 'sms' | 'email';
  to: string;
  about: CodeAbout;
  /** Six digits; null when the message only tells something. */
  code: string | null;
  facts: CodeFacts;
  language: string;
}

/**
 * What the message is about; null when none goes out: a code that opens nothing is not sent, but who asked for an
 * account that exists hears of it, as only the owner of the address reads it.
 * @rule S-32
 */
export function aboutOf(purpose: ChallengePurpose, isDecoy: boolean, act: string | undefined): CodeAbout | null {
  if (purpose === 'contact_replaced') return purpose;
  if (isDecoy) return purpose === 'register' || purpose === 'verify_contact' ? 'already_registered' : null;
  if (purpose !== 'own_code') return purpose;
  return moneyActs.find((each) => each === act) ?? null;
}
