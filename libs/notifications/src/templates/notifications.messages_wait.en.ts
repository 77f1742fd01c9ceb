import type { Wordings } from '../domain/wordings.js';

export const notificationsMessagesWaitEn: Wordings<'notifications.messages_wait'> = {
  officer: {
    subject: 'Messages wait for their provider: {channel}',
    text: 'Messages over {channel} wait since {since}: {messages}. Please see whether their provider answers; they go by themselves when it does.',
    sms: 'ODOP Bazaar: {messages} messages over {channel} wait since {since}. Please see whether the provider answers.',
  },
  failed_officer: {
    subject: 'Messages could not be sent: {channel}',
    text: 'Messages over {channel} could not be sent since {since}: {messages}. Please see why in the list of messages, and send again what should go.',
    sms: 'ODOP Bazaar: {messages} messages over {channel} failed since {since}. Please see why in the list of messages.',
  },
};
