import type { WordingsOf } from '../../domain/wordings.js';
import { notificationsReplyAnsweredEn } from '../notifications.reply_answered.en.js';
import { notificationsReplyAnsweredHi } from '../notifications.reply_answered.hi.js';
import { notificationsMessagesWaitEn } from '../notifications.messages_wait.en.js';
import { notificationsMessagesWaitHi } from '../notifications.messages_wait.hi.js';
import { notificationsDigestEn } from '../notifications.digest.en.js';
import { notificationsDigestHi } from '../notifications.digest.hi.js';
import { notificationsAddressStoppedEn } from '../notifications.address_stopped.en.js';
import { notificationsAddressStoppedHi } from '../notifications.address_stopped.hi.js';

export const notifications: WordingsOf<'notifications'> = {
  'notifications.reply_answered': { en: notificationsReplyAnsweredEn, hi: notificationsReplyAnsweredHi },
  'notifications.messages_wait': { en: notificationsMessagesWaitEn, hi: notificationsMessagesWaitHi },
  'notifications.digest': { en: notificationsDigestEn, hi: notificationsDigestHi },
  'notifications.address_stopped': { en: notificationsAddressStoppedEn, hi: notificationsAddressStoppedHi },
};
