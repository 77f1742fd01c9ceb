import { z } from 'zod';
import { InviteReviews, reviewInput, WriteReview } from '#catalogue';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { personActor, type Booted } from '#platform/testing';
import type { Goods } from '../../libs/catalogue/test/builders/goods.js';

/**
 * Reviews of goods that reached their buyers: an invitation of one buyer's, and of others a published review and one that
 * waits on the desk.
 * @param buyerId  the buyer who is invited and has not written yet
 */
export async function reviewed(booted: Booted, { offerId, maker }: Goods, buyerId: string) {
  const invited = async (id: string): Promise<string> => {
    const lineId = newId();
    const of = { buyerId: id, sellerId: maker.sellerId, stateCode: 'IN-BR' };
    const lines = [{ lineId, offerId, title: 'Tussar stole' }];
    await booted.asSystem(() => booted.get(UnitOfWork).run((tx) => booted.get(InviteReviews).inside(tx, of, lines)));
    return lineId;
  };
  const written = async (words: string): Promise<string> => {
    const buyer = personActor();
    const id = await invited(buyer.personId!);
    await booted.as(buyer, () => booted.get(WriteReview).run(id, reviewInput.parse({ stars: 4, words })));
    return id;
  };
  const [invitation, published] = [await invited(buyerId), await written('Warm and soft.')];
  const held = await written('Cheaper at www.silk.example.com');
  const sql = `select id from catalogue.review_case where review_id = $1`;
  const waiting = await booted.asSystem(() =>
    booted.get(UnitOfWork).run((tx) => tx.maybe(z.object({ id: z.uuid() }), sql, [held])),
  );
  return { invitation, published, caseId: waiting!.id };
}
