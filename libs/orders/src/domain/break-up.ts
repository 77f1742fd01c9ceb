import type { Paise } from '#platform/money';

/** What a total is made of: goods and wrapping, less what is taken off, and their way. Tax is held by it. Paise. */
export interface BreakUp {
  goods_paise: Paise;
  wrap_paise: Paise;
  reductions_paise: Paise;
  freight_paise: Paise;
  tax_paise: Paise;
}

interface PricedLine {
  quantity: number;
  price_paise: Paise;
  wrap_paise: Paise | null;
  maker_discount_paise: Paise;
  platform_discount_paise: Paise;
  freight_paise: Paise;
  cgst_paise: Paise;
  sgst_paise: Paise;
  igst_paise: Paise;
}

/** Goods and wrapping less reductions and with carriage are what the lines cost, to the paisa. @rule */
export function breakUpOf(lines: readonly PricedLine[]): BreakUp {
  const sum = (of: (line: PricedLine) => Paise) => lines.reduce((all, line) => all + of(line), 0n);
  return {
    goods_paise: sum((line) => line.price_paise * BigInt(line.quantity)),
    wrap_paise: sum((line) => (line.wrap_paise ?? 0n) * BigInt(line.quantity)),
    reductions_paise: sum((line) => line.maker_discount_paise + line.platform_discount_paise),
    freight_paise: sum((line) => line.freight_paise),
    tax_paise: sum((line) => line.cgst_paise + line.sgst_paise + line.igst_paise),
  };
}
