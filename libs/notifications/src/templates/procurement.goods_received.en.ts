import type { Wordings } from '../domain/wordings.js';

export const procurementGoodsReceivedEn: Wordings<'procurement.goods_received'> = {
  maker: {
    subject: 'Your goods have been received: {contract}',
    text: 'The office has received the goods of contract {contract}. It now inspects them and then accepts or rejects them.',
    sms: 'ODOP Bazaar: the office has received the goods of contract {contract}.',
  },
};
