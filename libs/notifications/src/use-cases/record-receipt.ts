import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { PersonsQuery } from '#identity';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { Messages, type Learned } from '../data/messages.repository.js';
import { stopsFor } from '../domain/delivery.js';
import { fail } from '../domain/message.errors.js';
import { MESSAGE_RECEIPTS, ReceiptRejected, type MessageReceipts, type Receipt } from '../ports/message-receipts.js';
import { StopAddress } from './stop-address.js';

@Injectable()
export class RecordReceipt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly messages: Messages,
    private readonly persons: PersonsQuery,
    private readonly stop: StopAddress,
    @Inject(MESSAGE_RECEIPTS) private readonly receipts: MessageReceipts,
  ) {}

  /**
   * Believes what the gateway tells of a message or refuses it. A message nobody knows, one that another carried, and what
   * was told before change nothing. Where nobody is, or whose reader complains, nothing ordinary goes any more.
   * @throws receipt_rejected (400)
   * @rule S-14 S-18 S-19
   */
  async run(...signed: Parameters<MessageReceipts['read']>): Promise<{ received: true }> {
    const receipt = this.believed(...signed);
    if (receipt !== null && z.uuid().safeParse(receipt.messageId).success)
      await this.work.run((tx) => seeingAll(tx, () => this.learn(tx, receipt)));
    return { received: true };
  }

  private async learn(tx: Tx, { messageId, delivery }: Receipt): Promise<void> {
    const learned = await this.messages.learn(tx, messageId, delivery, this.receipts.provider);
    const why = stopsFor(delivery);
    if (learned === null || why === null || !(await this.isStillHers(learned))) return;
    await this.stop.inside(tx, learned.recipientId, learned.channel, why);
  }

  /** What comes late of an address she has left says nothing of the one she has now. */
  private async isStillHers({ recipientId, channel, address }: Learned): Promise<boolean> {
    const reader = await this.persons.contactOf(recipientId);
    const now = channel === 'sms' ? reader?.mobile : reader?.email;
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
