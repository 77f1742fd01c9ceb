import type { Wordings } from '../domain/wordings.js';

export const sellersWarnedHi: Wordings<'sellers.warned'> = {
  maker: {
    subject: 'एक चेतावनी',
    text: '{shop} के बारे में एक शिकायत सही पाई गई और चेतावनी के साथ समाप्त हुई। कुछ भी छिपाया नहीं गया है, आप बेचते रहें। कारण पढ़ने के लिए अपनी दुकान खोलें, ताकि यह दोबारा न हो।',
    sms: 'ODOP बाज़ार: {shop} को चेतावनी। कारण दुकान में पढ़ें। आप बेचते रहें।',
  },
};
