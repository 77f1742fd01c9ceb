import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FulfilmentModule } from '#fulfilment';
import { IdentityModule } from '#identity';
import { OrdersModule } from '#orders';
import { CryptoModule } from '#platform/crypto';
import { PolicyModule } from '#policy';
import { ProcurementModule } from '#procurement';
import { GatewayReceipts } from './adapters/gateway-receipts.js';
import { GatewayReplies } from './adapters/gateway-replies.js';
import { openSenders } from './adapters/open-senders.js';
import { Audiences } from './data/audiences.js';
import { Facts } from './data/facts.js';
import { GatheredEntity } from './data/gathered.entity.js';
import { Gathered } from './data/gathered.repository.js';
import { GatheringEntity } from './data/gathering.entity.js';
import { EditedWordingEntity } from './data/edited-wording.entity.js';
import { EditedWordings } from './data/edited-wordings.repository.js';
import { InboxEntity } from './data/inbox.entity.js';
import { InboxQuery } from './data/inbox.query.js';
import { Inboxes } from './data/inboxes.repository.js';
import { MessageEntity } from './data/message.entity.js';
import { LateMessages } from './data/late-messages.js';
import { Messages } from './data/messages.repository.js';
import { PreferenceEntity } from './data/preference.entity.js';
import { Preferences } from './data/preferences.repository.js';
import { Replies } from './data/replies.repository.js';
import { ReplyCodeEntity } from './data/reply-code.entity.js';
import { ReplyCodes } from './data/reply-codes.repository.js';
import { ReplyEntity } from './data/reply.entity.js';
import { SendingMinuteEntity } from './data/sending-minute.entity.js';
import { SendingTimes } from './data/sending-times.js';
import { SentMessagesQuery } from './data/sent-messages.query.js';
import { StoppedAddressEntity } from './data/stopped-address.entity.js';
import { StoppedAddresses } from './data/stopped-addresses.repository.js';
import { UnsubscribeLinks } from './data/unsubscribe-links.js';
import { Ways } from './data/ways.js';
import { WordingsInUse } from './data/wordings-in-use.js';
import { WordingsQuery } from './data/wordings.query.js';
import { MESSAGE_RECEIPTS } from './ports/message-receipts.js';
import { MESSAGE_REPLIES } from './ports/message-replies.js';
import { MESSAGE_SENDERS } from './ports/message-sender.js';
import { AlarmMessages } from './use-cases/alarm-messages.js';
import { AnswerReply } from './use-cases/answer-reply.js';
import { ApproveWording } from './use-cases/approve-wording.js';
import { ChooseMessages } from './use-cases/choose-messages.js';
import { Compose } from './use-cases/compose.js';
import { FallBack } from './use-cases/fall-back.js';
import { DraftWording } from './use-cases/draft-wording.js';
import { FollowInbox } from './use-cases/follow-inbox.js';
import { ForgetReader } from './use-cases/forget-reader.js';
import { PurgeMessages } from './use-cases/purge-messages.js';
import { ReadInbox } from './use-cases/read-inbox.js';
import { RecordReceipt } from './use-cases/record-receipt.js';
import { RecordReply } from './use-cases/record-reply.js';
import { SendAgain } from './use-cases/send-again.js';
import { SendCode } from './use-cases/send-code.js';
import { SendMessage } from './use-cases/send-message.js';
import { StopAddress } from './use-cases/stop-address.js';
import { TellDigest } from './use-cases/tell-digest.js';
import { WakeMessage } from './use-cases/wake-message.js';
import { WithdrawWording } from './use-cases/withdraw-wording.js';
import { WatchInboxes } from './use-cases/watch-inboxes.js';

const verbs = [
  Compose,
  SendMessage,
  SendCode,
  SendAgain,
  ForgetReader,
  PurgeMessages,
  ReadInbox,
  FollowInbox,
  ChooseMessages,
  RecordReceipt,
  StopAddress,
  RecordReply,
  AnswerReply,
  WakeMessage,
  DraftWording,
  ApproveWording,
  WithdrawWording,
  FallBack,
  AlarmMessages,
  TellDigest,
];
const queries = [InboxQuery, SentMessagesQuery, WordingsQuery, UnsubscribeLinks];

@Module({
  imports: [
    CryptoModule,
    PolicyModule,
    IdentityModule,
    FulfilmentModule,
    OrdersModule,
    ProcurementModule,
    TypeOrmModule.forFeature([ReplyEntity, ReplyCodeEntity, GatheringEntity, GatheredEntity, EditedWordingEntity]),
    TypeOrmModule.forFeature([MessageEntity, InboxEntity, PreferenceEntity, StoppedAddressEntity, SendingMinuteEntity]),
  ],
  providers: [
    ...verbs,
    ...queries,
    Audiences,
    Facts,
    Messages,
    Inboxes,
    Preferences,
    StoppedAddresses,
    Replies,
    ReplyCodes,
    SendingTimes,
    LateMessages,
    Gathered,
    Ways,
    WatchInboxes,
    EditedWordings,
    WordingsInUse,
    { provide: MESSAGE_SENDERS, useFactory: openSenders },
    { provide: MESSAGE_RECEIPTS, useClass: GatewayReceipts },
    { provide: MESSAGE_REPLIES, useClass: GatewayReplies },
  ],
  exports: [...verbs, ...queries],
})
export class NotificationsModule {}
