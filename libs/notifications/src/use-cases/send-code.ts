import { Inject, Injectable } from '@nestjs/common';
import { CodeMessagesQuery, type CodeMessage } from '#identity';
import { log } from '#platform/observability';
import { codesVersion, writtenCode } from '../domain/code-wording.js';
import { languageFor } from '../domain/languages.js';
import {
  MESSAGE_SENDERS,
  MessageRefused,
  OutcomeUnknown,
  type MessageSenders,
  type OutgoingMessage,
} from '../ports/message-sender.js';

@Injectable()
export class SendCode {
  constructor(
    private readonly codes: CodeMessagesQuery,
    @Inject(MESSAGE_SENDERS) private readonly senders: MessageSenders,
  ) {}

  /**
   * The body of identity's job for one-time codes: worked out, written, handed over, forgotten. Nothing of it is kept
   * here, so that a code rests nowhere; a second run sends the same code under the same key.
   * @rule S-13 S-34
   */
  async run({ challengeId }: { challengeId: string }): Promise<void> {
    const message = await this.codes.of(challengeId);
    if (message === null) return;
    try {
      await this.senders[message.channel].send(outgoing(challengeId, message));
    } catch (error) {
      if (!(error instanceof MessageRefused) && !(error instanceof OutcomeUnknown)) throw error;
      // Who waits for it asks for another one; what a provider refuses for good is not offered again.
      log.warn({ challenge_id: challengeId, about: message.about, err: error.message }, 'a code was not delivered');
    }
  }
}

function outgoing(id: string, message: CodeMessage): OutgoingMessage {
  const language = languageFor(message.language);
  const { channel, to, about } = message;
  const template = `identity.code/${about}`;
  const written = writtenCode(message, language);
  return {
    id,
    channel,
    to,
    ...written,
    template,
    templateVersion: codesVersion,
    language,
    isUrgent: true,
    at: new Date(),
  };
}
