import { AddressStopped } from '../domain/message.events.js';
import { about, person } from './about.js';

/** Whom our messages no longer reach at an address of hers hears of it in every other way. @rule S-14 */
export const aboutNotifications = [
  about('notifications.address_stopped', AddressStopped, (e, _at, news) => {
    const telling = { to: person(e.personId), values: { at: news.at.toISOString() } };
    if (e.channel === 'sms') return { mobile: telling };
    return e.why === 'bounced' ? { mailbox: telling } : { unwanted: telling };
  }),
];
