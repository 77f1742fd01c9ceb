import { PreferencesQuery, ProvePreference } from '#sellers';
import { artisanPapers } from '../../../sellers/test/builders/makers.js';
import type { Trade } from './open-trade.js';

/** A Udyam number nobody else in this run has, of a micro maker whose owner is a woman: its last digits say so. */
export const inventedUdyam = () => `UDYAM-BR-01-${1_000 + Math.floor(Math.random() * 9_000)}131`;

/** A maker who proved her enterprise, and the last day on which that holds. */
export async function provedMaker({ app, buying }: Trade) {
  const number = inventedUdyam();
  const maker = await buying.shop.make.verified({}, artisanPapers({ udyam: { kind: 'udyam', number } }));
  const proofs = app.get(ProvePreference);
  await app.as(maker.actor, async () => {
    const { proofId } = await proofs.ask(maker.sellerId, 'udyam');
    await proofs.prove(maker.sellerId, proofId, number.slice(-6));
  });
  const held = await buying.work((tx) => app.get(PreferencesQuery).heldBy(tx, [maker.sellerId], tx.now));
  return { maker, lastDay: held[0]!.valid_to };
}
