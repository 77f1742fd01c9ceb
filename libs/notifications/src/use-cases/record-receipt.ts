import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { PersonsQuery } from '#identity';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { Messages, type Learned } from '../data/messages.repository.js';
import { stopsFor } from '../domain/delivery.js';
import { fail } from '../domain/message.errors.js';
import { MESSAGE_RECEIPTS, ReceiptRejected, type MessageReceipts, type Receipt } from '../ports/message-receipts.js';
import { FallBack } from './fall-back.js';
import { StopAddress } from './stop-address.js';

@Injectable()
export class RecordReceipt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly messages: Messages,
    private readonly persons: PersonsQuery,
    private readonly stop: StopAddress,
    private readonly back: FallBack,
    @Inject(MESSAGE_RECEIPTS) private readonly receipts: MessageReceipts,
  ) {}

  /**
   * Believes what a provider tells of a message or refuses it. A message nobody knows, one that another carried, and what
   * was told before change nothing. Where nobody is, or whose reader complains, nothing ordinary goes any more. What does not
   * arrive by WhatsApp goes by SMS at once.
   * @throws receipt_rejected (400)
   * @rule S-14 S-18 S-19
   */
  async run(...signed: Parameters<MessageReceipts['read']>): Promise<{ received: true }> {
    const receipt = this.believed(...signed);
    if (receipt !== null && z.uuid().safeParse(receipt.messageId).success)
      await this.work.run((tx) => seeingAll(tx, () => this.learn(tx, receipt)));
    return { received: true };
  }

  private async learn(tx: Tx, { messageId, delivery, provider }: Receipt): Promise<void> {
    const learned = await this.messages.learn(tx, messageId, delivery, provider);
    if (learned === null) return;
    if (learned.channel === 'whatsapp') return delivery === 'failed' ? this.back.now(tx, messageId) : undefined;
    const why = stopsFor(delivery);
    if (why !== null && (await this.isStillHers(learned)))
      await this.stop.inside(tx, learned.recipientId, learned.channel, why);
  }

  /** What comes late of an address she has left says nothing of the one she has now. */
  private async isStillHers({ recipientId, channel, address }: Learned): Promise<boolean> {
    const reader = await this.persons.contactOf(recipientId);
    const now = channel === 'email' ? reader?.email : reader?.mobile;
    return typeof now === 'string' && (address === null || address === now);
  }

  private believed(...signed: Parameters<MessageReceipts['read']>): Receipt | null {
    try {
      return this.receipts.read(...signed);
    } catch (error) {
      if (error instanceof ReceiptRejected) throw fail('receipt_rejected', { fault: error.fault });
      throw error;
    }
  }
}
