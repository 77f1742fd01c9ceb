import type { SellerState } from '#sellers';

/** What is known of a maker's goods so far. */
export interface MakerRecord {
  state: SellerState;
  /** Goods of hers an officer has approved. */
  approved: number;
  /** Reports about her goods that were upheld lately. */
  upheld: number;
}

/**
 * A maker whose goods need no look before they are on sale: at work, with enough goods an officer has seen and approved, and
 * none lately that a report was right about.
 * @rule SM-3
 */
export const isTrusted = (maker: MakerRecord, approvals_min: number): boolean =>
  maker.state === 'active' && maker.approved >= approvals_min && maker.upheld === 0;

/**
 * Whether goods go on sale with their submission: never those of an ODOP entry, food or a registered GI, never what an
 * officer has sent back or blocked.
 * @rule SM-3
 */
export const publishesItself = (
  goods: { event: 'submit' | 'resubmit' | 'cure'; hasEntry: boolean; isFood: boolean; hasGi: boolean },
  maker: MakerRecord,
  approvals_min: number,
): boolean =>
  goods.event === 'submit' && !goods.hasEntry && !goods.isFood && !goods.hasGi && isTrusted(maker, approvals_min);
