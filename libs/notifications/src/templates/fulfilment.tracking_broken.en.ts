import type { Wordings } from '../domain/wordings.js';

export const fulfilmentTrackingBrokenEn: Wordings<'fulfilment.tracking_broken'> = {
  officer: {
    subject: 'Rows in the file {file} of {courier} cannot be read',
    text: 'The courier {courier} wrote {rows, plural, one {a row} other {# rows}} into its file {file} that cannot be read, the first in line {first}. All else was taken. Please ask it what {rows, plural, one {it says} other {they say}}.',
    sms: 'ODOP Bazaar: {rows, plural, one {# row} other {# rows}} of file {file} of {courier} cannot be read. Please ask about this.',
  },
};
