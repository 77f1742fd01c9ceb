import { MessagesAreWordedAtTheDesk1795000110000 } from './data/migrations/1795000110000-messages-are-worded-at-the-desk.js';
import { Messages1795000090000 } from './data/migrations/1795000090000-messages.js';
import { InboxesAreReadAndCounted1795000090200 } from './data/migrations/1795000090200-inboxes-are-read-and-counted.js';
import { MessagesWaitTheirTime1795000103010 } from './data/migrations/1795000103010-messages-wait-their-time.js';
import { WhatBecomesOfMessages1795000103000 } from './data/migrations/1795000103000-what-becomes-of-messages.js';
import { ReadersChooseWhatReachesThem1795000090210 } from './data/migrations/1795000090210-readers-choose-what-reaches-them.js';
import { MakersReplyToMessages1795000104000 } from './data/migrations/1795000104000-makers-reply-to-messages.js';
import { WhatsappFallsBackToSms1795000109000 } from './data/migrations/1795000109000-whatsapp-falls-back-to-sms.js';
import { LateMessagesAreTold1795000109100 } from './data/migrations/1795000109100-late-messages-are-told.js';
import { QuietNewsIsGathered1795000109200 } from './data/migrations/1795000109200-quiet-news-is-gathered.js';
import { OldMessagesGo1795000091000 } from './data/migrations/1795000091000-old-messages-go.js';

export { NotificationsModule } from './notifications.module.js';
export { Compose } from './use-cases/compose.js';
export { SendMessage } from './use-cases/send-message.js';
export { SendCode } from './use-cases/send-code.js';
export { SendAgain } from './use-cases/send-again.js';
export { ForgetReader } from './use-cases/forget-reader.js';
export { PurgeMessages } from './use-cases/purge-messages.js';
export { RecordReply } from './use-cases/record-reply.js';
export { AnswerReply } from './use-cases/answer-reply.js';
export { AnswerReplyJob, ReplyAnswered } from './domain/reply.events.js';
export { ReadInbox } from './use-cases/read-inbox.js';
export { ChooseMessages, type Chosen, type Wish } from './use-cases/choose-messages.js';
export { RecordReceipt } from './use-cases/record-receipt.js';
export { StopAddress } from './use-cases/stop-address.js';
export { AlarmMessages } from './use-cases/alarm-messages.js';
export { TellDigest } from './use-cases/tell-digest.js';
export { rhythms } from './domain/gathering.js';
export { FallBack } from './use-cases/fall-back.js';
export { DraftWording } from './use-cases/draft-wording.js';
export { ApproveWording } from './use-cases/approve-wording.js';
export { WithdrawWording } from './use-cases/withdraw-wording.js';
export { WordingsQuery, type MessageTexts, type Preview } from './data/wordings.query.js';
export { type EditedWording } from './data/edited-wordings.repository.js';
export { editableChannels, editedStates, type NewWording } from './domain/edited-wording.js';
export { WakeMessage } from './use-cases/wake-message.js';
export { AddressStopped, MessagesWait } from './domain/message.events.js';
export { deliveries, stopReasons } from './domain/delivery.js';
export { UnsubscribeLinks } from './data/unsubscribe-links.js';
export { topicNames, topics, type Topic } from './domain/topics.js';
export { FollowInbox, type InboxNews } from './use-cases/follow-inbox.js';
export { InboxQuery, inboxKey, unread_max, type InboxMessage } from './data/inbox.query.js';
export { SentMessagesQuery, recordKey, type MessageRecord } from './data/sent-messages.query.js';
export { SendMessageJob } from './domain/message.jobs.js';
export { messageStates, type MessageState } from './domain/message.states.js';
export { channels, outsideChannels, stoppableChannels, type Channel } from './domain/channels.js';
export { languages, type Language } from './domain/languages.js';
export { news as peopleNews } from './news/news.js';
export const notificationsMigrations = [
  Messages1795000090000,
  InboxesAreReadAndCounted1795000090200,
  ReadersChooseWhatReachesThem1795000090210,
  OldMessagesGo1795000091000,
  WhatBecomesOfMessages1795000103000,
  MakersReplyToMessages1795000104000,
  MessagesWaitTheirTime1795000103010,
  WhatsappFallsBackToSms1795000109000,
  LateMessagesAreTold1795000109100,
  QuietNewsIsGathered1795000109200,
  MessagesAreWordedAtTheDesk1795000110000,
];
