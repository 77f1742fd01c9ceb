import type { Wordings } from '../domain/wordings.js';

export const taxTurnoverNearEn: Wordings<'tax.turnover_near'> = {
  maker: {
    subject: 'Your sales come near the limit of GST registration',
    text: 'With {sold} this financial year your sales on the bazaar have reached {share} of the {limit} that may be sold without a GST registration. At the whole of it we may take no new orders for you until you are registered. Please see to your registration now; your desk helps you.',
    sms: 'ODOP Bazaar: your sales reached {share} of the GST limit of {limit}. Please see to your registration.',
  },
  officer: {
    subject: 'A maker comes near the limit of GST registration',
    text: 'An unregistered maker has sold for {sold} this financial year: {share} of the {limit} of her State. She has been told; help her to register in time.',
    sms: 'ODOP Bazaar: an unregistered maker reached {share} of the GST limit of {limit}.',
  },
};
