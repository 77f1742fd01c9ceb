import type { Wordings } from '../domain/wordings.js';

export const odopWithdrawalAskedEn: Wordings<'odop.withdrawal_asked'> = {
  officer: {
    subject: 'A State asks for the end of {product}',
    text: 'The State asks that “{product}” of {district} be taken off the ODOP list. Please decide.',
    sms: 'ODOP Bazaar: the State asks to withdraw "{product}" of {district}.',
  },
};
