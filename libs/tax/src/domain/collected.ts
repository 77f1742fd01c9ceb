import { divideHalfUp, shareOf, type Bp, type Paise } from '#platform/money';
import type { GstStatus } from '#sellers';
import type { Supply } from './supply.js';

/**
 * Whether tax is collected at source on a line: goods that are not exempt, of a registered maker or a composition dealer
 * (who charges none herself); not of a maker who needs no registration.
 *
 * @param rate_bp  the register's rate of the goods, whoever sells them
 * @rule  
 */
export const bearsCollection = (status: GstStatus | null, rate_bp: Bp): boolean =>
  rate_bp > 0 && (status === 'registered' || status === 'composition');

/** Tax the platform collects from a maker's sales for the government, in paise. */
export interface CollectedTax {
  cgst_paise: Paise;
  sgst_paise: Paise;
  igst_paise: Paise;
}

/**
 * Collection at source on what was sold less what came back, without tax. More returned than sold collects nothing.
 *
 * @param net_paise  taxable value of goods that bear tax; nil-rated goods and unregistered makers do not count
 * @rule
 */
export function collectedOn(net_paise: Paise, rate_bp: Bp, supply: Supply): CollectedTax {
  const net = net_paise > 0n ? net_paise : 0n;
  if (supply === 'inter') return { cgst_paise: 0n, sgst_paise: 0n, igst_paise: shareOf(net, rate_bp) };
  const half = divideHalfUp(net * BigInt(rate_bp), 20_000n);
  return { cgst_paise: half, sgst_paise: half, igst_paise: 0n };
}
