import type { Wordings } from '../domain/wordings.js';

export const notificationsMessagesWaitHi: Wordings<'notifications.messages_wait'> = {
  officer: {
    subject: 'संदेश अपनी सेवा की प्रतीक्षा में हैं: {channel}',
    text: '{channel} के संदेश {since} से रुके हैं: {messages}। कृपया देखें कि सेवा उत्तर देती है या नहीं; उत्तर मिलते ही वे अपने आप जाएँगे।',
    sms: 'ODOP बाज़ार: {channel} के {messages} संदेश {since} से रुके हैं। कृपया सेवा को देखें।',
  },
  failed_officer: {
    subject: 'संदेश नहीं भेजे जा सके: {channel}',
    text: '{channel} के संदेश {since} से नहीं भेजे जा सके: {messages}। कृपया संदेशों की सूची में कारण देखें और जो जाना चाहिए उसे दोबारा भेजें।',
    sms: 'ODOP बाज़ार: {channel} के {messages} संदेश {since} से नहीं गए। कृपया संदेशों की सूची देखें।',
  },
};
