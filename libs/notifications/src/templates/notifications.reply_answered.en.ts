import type { Wordings } from '../domain/wordings.js';

export const notificationsReplyAnsweredEn: Wordings<'notifications.reply_answered'> = {
  accepted: {
    subject: 'Order {order} is accepted',
    text: 'Your reply has accepted order {order}. Please get it ready; a courier is booked for it.',
    sms: 'ODOP Bazaar: order {order} is accepted. Please get it ready; a courier is booked.',
  },
  declined: {
    subject: 'Order {order} is declined',
    text: 'Your reply has declined order {order}. The buyer is told, and gets back what was paid.',
    sms: 'ODOP Bazaar: order {order} is declined. The buyer is told.',
  },
  too_late: {
    subject: 'Your reply about order {order} came too late',
    text: 'Order {order} no longer waits for your answer: its time is over, or it was answered already. Your reply has changed nothing. Sign in to see how it stands.',
    sms: 'ODOP Bazaar: order {order} no longer waits for an answer. Your reply changed nothing. Sign in to see it.',
  },
  unknown_code: {
    subject: 'We know no order by the code in your reply',
    text: 'No order of your shop waits with the code in your reply. Nothing was changed. Please look at the message of the order once more, or answer after signing in.',
    sms: 'ODOP Bazaar: no order of yours waits with this code. Nothing was changed. Please look at the message again.',
  },
  not_understood: {
    subject: 'We did not understand your reply',
    text: 'We did not understand your reply, and nothing was changed. To answer an order, write Y or N and the four digits from its message, nothing else; or sign in.',
    sms: 'ODOP Bazaar: we did not understand. Please write only Y or N and the four digits from the message of the order.',
  },
  paused: {
    subject: 'Replies from your number wait for an hour',
    text: 'Several replies from your number could not be used. For an hour we read none; please sign in to answer an order.',
    sms: 'ODOP Bazaar: several replies could not be used. For an hour we read none; please sign in to answer an order.',
  },
};
