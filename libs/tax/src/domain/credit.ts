import { assert } from '#platform/kernel';
import type { DocumentLine, LineAmounts } from './document.js';

/** What of a line comes off its invoice. */
export interface CreditedLine extends LineAmounts {
  /** As the invoice's line names it. */
  lineId: string;
  quantity: number;
}

/**
 * The lines of a credit note: what came back, called and rated as it was when it was invoiced. Amounts are those of the
 * caller, who shares a line out to the paisa.
 * @rule 
 */
export function creditLines(invoiced: readonly DocumentLine[], credited: readonly CreditedLine[]): DocumentLine[] {
  return credited.map((back) => {
    const line = invoiced.find(({ lineId }) => lineId === back.lineId);
    assert(line, 'what is credited was invoiced');
    assert(back.quantity <= line.quantity, 'no more pieces are credited than were invoiced');
    const { title, hsn, uqc, rate_bp } = line;
    return { ...back, title, hsn, uqc, rate_bp };
  });
}
