import type { Wordings } from '../domain/wordings.js';

export const odopEntryOverdueEn: Wordings<'odop.entry_overdue'> = {
  officer: {
    subject: 'Nobody has decided: {product}',
    text: 'The ODOP product “{product}” of {district} has rested too long on a desk. Please see that it is decided.',
    sms: 'ODOP Bazaar: "{product}" of {district} has waited too long.',
  },
};
