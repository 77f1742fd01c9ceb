import { Injectable } from '@nestjs/common';
import { MobileOwners } from '#identity';
import { AcceptOrder, DeclineOrder } from '#orders';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert, DomainError, type Actor } from '#platform/kernel';
import { currentContext, runInContext } from '#platform/observability';
import { Replies, type Reply } from '../data/replies.repository.js';
import { ReplyCodes, type ReplyCode } from '../data/reply-codes.repository.js';
import { ReplyAnswered } from '../domain/reply.events.js';
import { wrong_replies_max, type ReplyOutcome, type Said } from '../domain/reply.js';

/** What a reply asks for, and as whom: to be tried. */
interface Wish {
  reply: Reply;
  says: Said;
  orderId: string;
  actor: Actor;
}

const done = { accept: 'accepted', decline: 'declined' } as const satisfies Record<Said, ReplyOutcome>;
/** What the shopper reads; the maker wrote no words of her own. */
const whyDeclined = 'The maker cannot take the order.';

@Injectable()
export class AnswerReply {
  constructor(
    private readonly work: UnitOfWork,
    private readonly replies: Replies,
    private readonly codes: ReplyCodes,
    private readonly owners: MobileOwners,
    private readonly acceptOrder: AcceptOrder,
    private readonly declineOrder: DeclineOrder,
  ) {}

  /**
   * Does what a reply asks for, as whoever wrote it, and tells her what became of it. A code is good once, for whoever has
   * the right in its shop, while the maker's clock runs; the same said twice is answered twice and done once.
   * @rule S-36 S-42 SM-4
   */
  async run({ replyId }: { replyId: string }): Promise<void> {
    const wish = await this.work.run((tx) => this.read(tx, replyId));
    if (wish === null) return;
    const context = { ...currentContext(), actor: wish.actor, audited: true };
    const isDone = await runInContext(context, () => this.tried(wish));
    if (!isDone) await this.work.run((tx) => this.settle(tx, wish.reply, 'too_late', wish.orderId));
  }

  /** @returns what is to be tried; null when the reply is answered */
  private async read(tx: Tx, replyId: string): Promise<Wish | null> {
    const reply = await this.replies.lock(tx, replyId);
    assert(reply, 'the job of a reply names a reply');
    if (reply.outcome !== null) return null;
    const { wrong, isTold } = await this.replies.wrongOf(tx, reply);
    if (wrong >= wrong_replies_max) return this.pause(tx, reply, isTold);
    if (reply.says === null || reply.code === null) return this.settle(tx, reply, 'not_understood', null);
    const found = await this.meant(tx, reply, reply.code);
    if (found === null) return this.settle(tx, reply, 'unknown_code', null);
    const { code, actor } = found;
    if (code.used_by === null && code.open_until > tx.now)
      return { reply, says: reply.says, orderId: code.order_id, actor };
    const isSaidAgain = code.used_by === reply.person_id && code.used_for === reply.says;
    return this.settle(tx, reply, isSaidAgain ? done[reply.says] : 'too_late', code.order_id);
  }

  /** The order a code means to whoever wrote it; null when none does, or two that wait. */
  private async meant(tx: Tx, reply: Reply, said: string): Promise<{ code: ReplyCode; actor: Actor } | null> {
    const actors = new Map<string, Actor>();
    for (const shop of await this.owners.organisations(tx, reply.person_id)) {
      const actor = await this.owners.actorIn(tx, reply.person_id, shop);
      if (actor?.permissions.has('maker:orders')) actors.set(shop, actor);
    }
    const codes = await this.codes.find(tx, [...actors.keys()], said);
    const waiting = codes.filter((code) => code.used_by === null && code.open_until > tx.now);
    const [code] = codes;
    return code === undefined || waiting.length > 1 ? null : { code, actor: actors.get(code.seller_id)! };
  }

  /** Code, order and answer in one transaction, as her. @returns false when the order waits for her no more */
  private tried({ reply, says, orderId }: Wish): Promise<boolean> {
    return this.work
      .run(async (tx) => {
        const now = await this.replies.lock(tx, reply.id);
        if (now?.outcome !== null) return true;
        if (!(await this.codes.use(tx, orderId, reply.person_id, says))) return false;
        if (says === 'accept') await this.acceptOrder.inside(tx, orderId);
        else await this.declineOrder.inside(tx, orderId, whyDeclined);
        tx.audit({
          action: 'orders.answered_by_reply',
          object: { kind: 'order', id: orderId },
          after: { says, channel: reply.channel },
        });
        await this.settle(tx, reply, done[says], orderId);
        return true;
      })
      .catch((error: unknown) => {
        if (error instanceof DomainError && error.code === 'illegal_transition') return false;
        throw error;
      });
  }

  private async pause(tx: Tx, reply: Reply, isTold: boolean): Promise<null> {
    await this.replies.settle(tx, reply.id, 'paused');
    if (!isTold) this.tell(tx, reply, 'paused', null);
    return null;
  }

  private async settle(tx: Tx, reply: Reply, outcome: ReplyOutcome, orderId: string | null): Promise<null> {
    await this.replies.settle(tx, reply.id, outcome);
    this.tell(tx, reply, outcome, orderId);
    return null;
  }

  private tell(tx: Tx, reply: Reply, outcome: ReplyOutcome, orderId: string | null): void {
    tx.emit(ReplyAnswered, { replyId: reply.id, personId: reply.person_id, orderId, outcome });
  }
}
