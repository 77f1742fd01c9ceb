import type { Wordings } from '../domain/wordings.js';

export const catalogueBlockAppealRefusedHi: Wordings<'catalogue.block_appeal_refused'> = {
  maker: {
    subject: 'आपकी अपील मानी नहीं गई: {title}',
    text: 'दूसरे कार्यालय ने “{title}” को फिर देखा और अपील नहीं मानी। जो माँगा गया है उसे ठीक करें और सामान फिर भेजें।',
    sms: 'ODOP बाज़ार: “{title}” पर आपकी अपील मानी नहीं गई। कृपया खोलें।',
  },
};
