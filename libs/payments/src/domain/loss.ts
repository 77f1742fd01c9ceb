import { sumPaise, type Paise } from '#platform/money';

/**
 * Shares a loss over what several earned, in proportion, in whole paise that add up to it exactly; nobody bears more than she
 * earned, and what is more than all earned is not shared.
 *
 * @param loss_paise  ≥ 0
 * @param earned_paise  each ≥ 0
 * @returns a share for each, in the same order
 * @rule S-9
 */
export function shareLoss(loss_paise: Paise, earned_paise: readonly Paise[]): Paise[] {
  const whole = sumPaise(earned_paise);
  if (whole === 0n) return earned_paise.map(() => 0n);
  const loss = loss_paise < whole ? loss_paise : whole;
  let upTo = 0n;
  return earned_paise.map((earned) => {
    const before = (loss * upTo) / whole;
    upTo += earned;
    return (loss * upTo) / whole - before;
  });
}

/** What a shopper's bank took back, and who bears it; amounts in paise. */
export interface LossPlan {
  /** Promised refunds the bank has paid her, wholly or in part: what is left of each is still promised. */
  replaced: { id: string; replaced_paise: Paise; rest_paise: Paise }[];
  /** Money nobody has asked for yet: refunds on their way to being promised. */
  loose_paise: Paise;
  /** A share for each sale, in the order in which they were given. */
  shares_paise: Paise[];
}

/**
 * Who bears what a shopper's bank took back. She gets what is hers once: refunds she was promised and not sent come first,
 * then money of the payment that belongs to no sale any more; the sales bear the rest, each in proportion to what was kept
 * of it. What is more than all of that had been sent back to her before: nobody's share.
 *
 * @param lost_paise  what the bank took, > 0
 * @param waiting  refunds that were promised and not sent, oldest first
 * @param loose_paise  money that is here and belongs to no sale and no promised refund
 * @param kept_paise  of each sale: what was paid for it and was not given back
 * @rule S-9
 */
export function planLoss(
  lost_paise: Paise,
  waiting: readonly { id: string; amount_paise: Paise }[],
  loose_paise: Paise,
  kept_paise: readonly Paise[],
): LossPlan {
  let open = lost_paise;
  const takes = (at_most: Paise): Paise => {
    const part = open < at_most ? open : at_most;
    open -= part;
    return part;
  };
  const replaced = waiting
    .map(({ id, amount_paise }) => {
      const replaced_paise = takes(amount_paise);
      return { id, replaced_paise, rest_paise: amount_paise - replaced_paise };
    })
    .filter((refund) => refund.replaced_paise > 0n);
  const loose = takes(loose_paise);
  return { replaced, loose_paise: loose, shares_paise: shareLoss(open, kept_paise) };
}
