import type { Wordings } from '../domain/wordings.js';

export const notificationsAddressStoppedEn: Wordings<'notifications.address_stopped'> = {
  mobile: {
    subject: 'Your mobile number does not take our messages',
    text: 'Since {at} our messages no longer arrive at your mobile number. We send no more ordinary ones there. Confirm the number in your account, or enter another one.',
    sms: 'ODOP Bazaar: since {at} our messages do not reach this number. Confirm it in your account.',
  },
  mailbox: {
    subject: 'Your mailbox does not take our letters',
    text: 'Since {at} our letters no longer arrive at your e-mail address. We send no more ordinary ones there. Confirm the address in your account, or enter another one.',
    sms: 'ODOP Bazaar: since {at} our letters do not reach your mailbox. Confirm its address in your account.',
  },
  unwanted: {
    subject: 'You called a letter of ours unwanted',
    text: 'On {at} a letter of ours was marked as unwanted in your mailbox. We send no more ordinary ones there. If you want them again, confirm the address in your account; in your settings you choose what you are told.',
    sms: 'ODOP Bazaar: on {at} you marked our letter as unwanted, so we stopped. Confirm your mailbox to get them again.',
  },
};
