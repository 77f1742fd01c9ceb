import type { Wordings } from '../domain/wordings.js';

export const cataloguePictureBrokenHi: Wordings<'catalogue.picture_broken'> = {
  maker: {
    subject: 'एक तस्वीर दिखाई नहीं जा सकती',
    text: 'आपकी जोड़ी हुई एक तस्वीर दिखाई नहीं जा सकती: {why}। कृपया उसे दोबारा खींचें या सहेजें, जैसे JPEG में, और नई तस्वीर अपने सामान में लगाएँ।',
    sms: 'ODOP बाज़ार: आपकी एक तस्वीर दिखाई नहीं जा सकती: {why}। कृपया दोबारा जोड़ें।',
  },
};
