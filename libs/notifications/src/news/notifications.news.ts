import { platformOrganisationId } from '#identity';
import type { OutsideChannel } from '../domain/channels.js';
import { AddressStopped, MessagesWait } from '../domain/message.events.js';
import { about, holders, person } from './about.js';

const operations = holders(platformOrganisationId, ['platform_operator']);
const calls: Record<OutsideChannel, string> = { sms: 'SMS', email: 'e-mail', whatsapp: 'WhatsApp' };

/** Whom our messages no longer reach at an address of hers hears of it in every other way; the operations desk of what lies too long. @rule S-14 */
export const aboutNotifications = [
  about('notifications.address_stopped', AddressStopped, (e, _at, news) => {
    const telling = { to: person(e.personId), values: { at: news.at.toISOString() } };
    if (e.channel === 'sms') return { mobile: telling };
    return e.why === 'bounced' ? { mailbox: telling } : { unwanted: telling };
  }),
  about('notifications.messages_wait', MessagesWait, ({ channel, state, messages, since }) => {
    const telling = { to: operations, values: { channel: calls[channel], messages: String(messages), since } };
    return state === 'queued' ? { officer: telling } : { failed_officer: telling };
  }),
];
