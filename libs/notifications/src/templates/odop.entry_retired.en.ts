import type { Wordings } from '../domain/wordings.js';

export const odopEntryRetiredEn: Wordings<'odop.entry_retired'> = {
  maker: {
    subject: 'No longer listed: {product}',
    text: '“{product}” of {district} was taken off the ODOP list. Goods you have on sale stay, marked as an earlier ODOP product; new ones cannot be offered under it.',
    sms: 'ODOP Bazaar: "{product}" of {district} is no longer on the list.',
  },
  officer: {
    subject: 'Withdrawn: {product}',
    text: '“{product}” of {district} was taken off the ODOP list. The reason stands in its history.',
    sms: 'ODOP Bazaar: "{product}" of {district} was withdrawn.',
  },
  renamed_maker: {
    subject: '{product} is listed as {successor} now',
    text: 'What was listed as “{product}” of {district} is “{successor}” of {place} on the ODOP list now. Your goods stay as they are; offer new ones under the new name.',
    sms: 'ODOP Bazaar: "{product}" of {district} is listed as "{successor}" of {place} now.',
  },
  renamed_officer: {
    subject: '{product} is listed as {successor} now',
    text: 'What was listed as “{product}” of {district} is “{successor}” of {place} on the ODOP list now.',
    sms: 'ODOP Bazaar: "{product}" of {district} is "{successor}" of {place} now.',
  },
  state_officer: {
    subject: 'Withdrawn: {product}',
    text: '“{product}” of {district} was taken off the ODOP list. The reason stands in its history.',
    sms: 'ODOP Bazaar: "{product}" of {district} was withdrawn.',
  },
  renamed_state_officer: {
    subject: '{product} is listed as {successor} now',
    text: 'What was listed as “{product}” of {district} is “{successor}” of {place} on the ODOP list now.',
    sms: 'ODOP Bazaar: "{product}" of {district} is "{successor}" of {place} now.',
  },
};
