import { isPrintable, type PrintedLabel } from '#platform/print';
import { inDigits, type Paise } from '#platform/money';
import type { Door } from '../ports/courier.js';

interface LabelledParcel {
  courier: string;
  awb: string;
  cash_paise: Paise;
  weight_g: number;
  from_pincode: string;
  to_pincode: string;
}

const byHand = 'Not all letters could be printed: write the address by hand. पता हाथ से लिखें।';

/**
 * What a parcel says on its outside: where it goes and comes from, and what is collected at the door. Neither what is in it, nor
 * what it cost, nor where its receiver is rung: the courier was told.
 * @rule SM-5 S-63
 */
export function labelOf(parcel: LabelledParcel, doors: { from: Door; to: Door }, madeAt: Date): PrintedLabel {
  const { from, to } = doors;
  const isWhole = [from, to].every((door) => isPrintable(door.name) && isPrintable(door.line));
  return {
    kind: 'label',
    carrier: parcel.courier,
    number: parcel.awb,
    cash:
      parcel.cash_paise > 0n
        ? `Collect in cash नकद लें: ₹${inDigits(parcel.cash_paise)}`
        : 'Prepaid, collect nothing भुगतान हो चुका',
    to: { label: 'To प्राप्तकर्ता', lines: [to.name, to.line], pincode: parcel.to_pincode },
    from: { label: 'From प्रेषक', lines: [from.name, from.line], pincode: parcel.from_pincode },
    notes: [`${parcel.weight_g} g`, ...(isWhole ? [] : [byHand])],
    madeAt,
  };
}
