import type { Wordings } from '../domain/wordings.js';

export const sellersMeasureLastsHi: Wordings<'sellers.measure_lasts'> = {
  officer: {
    subject: 'एक रोक लंबी चल रही है: {shop}',
    text: '{shop} पर रोक या निलंबन लंबे समय से है। कृपया अपने डेस्क पर मामला फिर देखें।',
    sms: 'ODOP बाज़ार: {shop} पर रोक लंबी चल रही है। कृपया फिर देखें।',
  },
};
