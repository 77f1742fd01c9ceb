import type { Wordings } from '../domain/wordings.js';

export const odopEntrySuspendedEn: Wordings<'odop.entry_suspended'> = {
  maker: {
    subject: 'No new goods for now: {product}',
    text: '“{product}” of {district} is suspended on the ODOP list. Goods you have on sale stay; new ones cannot be offered under it until it is resumed.',
    sms: 'ODOP Bazaar: "{product}" of {district} is suspended; no new goods for now.',
  },
  officer: {
    subject: 'Suspended: {product}',
    text: 'The ODOP product “{product}” of {district} was suspended. The reason stands in its history.',
    sms: 'ODOP Bazaar: "{product}" of {district} was suspended.',
  },
  state_officer: {
    subject: 'Suspended: {product}',
    text: 'The ODOP product “{product}” of {district} was suspended. The reason stands in its history.',
    sms: 'ODOP Bazaar: "{product}" of {district} was suspended.',
  },
};
