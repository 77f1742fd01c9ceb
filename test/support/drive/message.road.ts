import { ErasePerson } from '#identity';
import { messageStates, SendMessageJob } from '#notifications';
import { OrderPlaced } from '#orders';
import type { DrivenMessage, PurchaseWish } from './driven.js';
import { road } from './road.js';

export const messageRoad = road<DrivenMessage, PurchaseWish>()({
  machine: messageStates,
  row: ({ messageId }) => ({ table: 'notifications.message', id: messageId }),
  async begin({ drive, hands }, wish) {
    const order = await drive.order.to('placed', wish);
    await hands.does(OrderPlaced, { orderId: order.orderId });
    const { id } = await hands.sees<{ id: string }>(
      `select id from notifications.message where recipient_id = $1 and state = 'queued' order by id limit 1`,
      [order.shopper.personId],
    );
    return { ...order, messageId: id };
  },
  steps: {
    send: ({ hands }, { messageId }) => hands.does(SendMessageJob, { messageId }),
    /** She had herself erased before it left. */
    async fail({ booted, hands }, { messageId, shopper }) {
      await booted.as(shopper, () => booted.get(ErasePerson).ask(shopper));
      await hands.strikes('identity.erase-person', {
        table: 'identity.erasure_request',
        key: 'person_id',
        id: shopper.personId!,
      });
      await hands.does(SendMessageJob, { messageId });
    },
  },
});
