import { ReplyAnswered } from '../domain/reply.events.js';
import { about, person } from './about.js';

/** Whoever writes back hears what became of it. @rule SM-4 */
export const aboutReplies = [
  about('notifications.reply_answered', ReplyAnswered, async (e, { tx, facts }) => {
    const to = person(e.personId);
    if (e.orderId === null) return { [e.outcome]: { to, values: {} } };
    return { [e.outcome]: { to, values: { order: await facts.order(tx, e.orderId) } } };
  }),
];
