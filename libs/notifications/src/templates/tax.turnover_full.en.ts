import type { Wordings } from '../domain/wordings.js';

export const taxTurnoverFullEn: Wordings<'tax.turnover_full'> = {
  maker: {
    subject: 'No new orders until you are registered for GST',
    text: 'With {sold} this financial year your sales on the bazaar have reached the {limit} that may be sold without a GST registration. The law lets us take no new orders for you until you are registered. Orders you have go on as always, and you are paid for them. Hand in your GST number as soon as you have it, and your goods are on sale again.',
    sms: 'ODOP Bazaar: your sales reached the GST limit of {limit}. No new orders until you are registered.',
  },
  officer: {
    subject: 'A maker has reached the limit of GST registration',
    text: 'An unregistered maker has sold for {sold} this financial year, the {limit} of her State and no more is allowed without a registration. No new orders are taken for her until she is registered; she has been told.',
    sms: 'ODOP Bazaar: an unregistered maker reached the GST limit of {limit}; her new orders stop.',
  },
};
