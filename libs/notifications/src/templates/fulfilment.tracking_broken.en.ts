import type { Wordings } from '../domain/wordings.js';

export const fulfilmentTrackingBrokenEn: Wordings<'fulfilment.tracking_broken'> = {
  officer: {
    subject: 'Rows in the file {file} of {courier} cannot be read',
    text: 'The courier {courier} wrote {rows} rows into its file {file} that cannot be read, the first in line {first}. All other rows were taken. Please ask it what these say.',
    sms: 'ODOP Bazaar: {rows} rows of file {file} of {courier} cannot be read. Please ask what they say.',
  },
};
