import type { CodeWordings } from '../domain/code-wordings.js';

export const codesEn: CodeWordings = {
  subject: 'Your code for ODOP Bazaar',
  register: 'ODOP Bazaar: {code} is your code to open an account. Good for 10 minutes. Tell it to nobody.',
  sign_in: 'ODOP Bazaar: {code} is your code to sign in. Good for 10 minutes. Tell it to nobody, not even to us.',
  reset_password:
    'ODOP Bazaar: {code} is your code to set a new password. Good for 10 minutes. Not you? Then do nothing and tell nobody.',
  verify_contact:
    'ODOP Bazaar: {code} is the code to add this address to an account. Good for 10 minutes. Not you? Then do nothing.',
  step_up: 'ODOP Bazaar: {code} is your code to confirm what you are doing. Good for 10 minutes. Tell it to nobody.',
  delegation:
    'ODOP Bazaar: {kind} wants to act for you until {until}: {scope}. Only if you agree, give the code {code}.',
  payout_account:
    'ODOP Bazaar: the money for your sales would go to the bank account ending {ending}. Only if you agree, give the code {code}.',
  member_consent:
    'ODOP Bazaar: {shop} wants to keep you as a member, with your name and your share. Only if you agree, give the code {code}.',
  already_registered:
    'ODOP Bazaar: somebody asked to use this address for an account. You have one: sign in. Not you? Then do nothing.',
  team_invitation:
    'ODOP Bazaar: {shop} invites you to work with it ({role}). To answer, open an account with this address. Not for you? Then do nothing.',
  contact_replaced: 'ODOP Bazaar: your account no longer uses this address. Not you? Tell our help desk at once.',
};
