import type { Wordings } from '../domain/wordings.js';

export const fulfilmentDeliveredEn: Wordings<'fulfilment.delivered'> = {
  consignee: {
    subject: 'Please record the receipt: contract {contract}',
    text: 'The goods of contract {contract} have been delivered. Please count them, record the receipt, and then accept or reject them with a reason. If nothing is recorded in time, they count as received.',
    sms: 'ODOP Bazaar: goods of contract {contract} have arrived. Please record the receipt.',
  },
};
