import type { Wordings } from '../domain/wordings.js';

export const grievancesResolvedEn: Wordings<'grievances.resolved'> = {
  shopper: {
    subject: 'Your complaint {ticket} is decided',
    text: 'Your complaint {ticket} is decided: {decision}. Open the complaint to read why. If it is not settled, you may reopen it until {reopen_until}; without a word from you it is closed.',
    sms: 'ODOP Bazaar: complaint {ticket} is decided: {decision}. You may reopen it until {reopen_until}.',
  },
  shopper_again: {
    subject: 'Your complaint {ticket} is decided again',
    text: 'We looked at your complaint {ticket} once more, and it is decided: {decision}. Open the complaint to read why.',
    sms: 'ODOP Bazaar: complaint {ticket} is decided again: {decision}. Open the complaint to read why.',
  },
};
