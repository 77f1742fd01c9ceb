import type { Wordings } from '../domain/wordings.js';

export const catalogueLowStockEn: Wordings<'catalogue.low_stock'> = {
  maker: {
    subject: 'Few left: {title}',
    text: 'Of “{title}” ({variant}) {left, plural, one {# is left} other {# are left}}. Make or count more before it sells out; until then shoppers and government buyers can order what is there.',
    sms: 'ODOP Bazaar: of “{title}” ({variant}) {left, plural, one {# is left} other {# are left}}.',
  },
};
