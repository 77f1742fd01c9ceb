import type { Inv01Fault } from './inv01-checks.js';

/** Why an invoice was not registered, and what its maker can do. */
export interface WhyRefused {
  says: string;
  next: string;
}

const onPaper = 'Look at the invoice; the desk helps you to correct it by a credit note.';
const ofShop = 'Have your shop’s GSTIN or address corrected at your desk, then send it again.';
const ofBuyer = 'Ask the buyer for the right GSTIN; the desk helps you to correct the invoice.';

/** Faults we find before anything is sent. */
const ours: Readonly<Record<Inv01Fault, WhyRefused>> = {
  number_form: { says: 'The portal does not take this number.', next: onPaper },
  date_form: { says: 'The date is not a day.', next: onPaper },
  date_in_future: { says: 'The date lies in the future.', next: 'Send it again on its day.' },
  date_too_old: { says: 'The days in which it could be registered are over.', next: onPaper },
  same_gstin: { says: 'Seller and buyer have the same GSTIN.', next: ofBuyer },
  seller_state: { says: 'Your GSTIN is of another State than your address.', next: ofShop },
  buyer_state: { says: 'The buyer’s GSTIN is of another State than the address.', next: ofBuyer },
  seller_pin: { says: 'Your PIN code lies in another State.', next: ofShop },
  buyer_pin: { says: 'The buyer’s PIN code lies in another State.', next: ofBuyer },
  name_too_short: { says: 'A name has fewer than three letters.', next: onPaper },
  hsn_form: { says: 'A goods code has neither four nor six nor eight digits.', next: onPaper },
  halves: { says: 'The two halves of the tax differ.', next: onPaper },
  wrong_tax: { says: 'The tax does not fit the place of supply.', next: onPaper },
  tax_amount: { says: 'The tax is not the rate of the value.', next: onPaper },
  piece_price: { says: 'Price times pieces is another amount.', next: onPaper },
  value_after_discount: { says: 'The value less the discount is another amount.', next: onPaper },
  item_total: { says: 'A line does not add up.', next: onPaper },
  sums: { says: 'The lines do not add up to the sums.', next: onPaper },
  no_original: { says: 'The note names no invoice.', next: onPaper },
};

/** Codes of the portal we know; to be held against its list before production (K). */
const portals: Readonly<Record<string, WhyRefused>> = {
  '2150': { says: 'The portal knows another invoice under this number.', next: onPaper },
  '2278': {
    says: 'This invoice was registered and then cancelled at the portal; its number is not registered again.',
    next: 'Report the supply in your return by hand; the desk helps you.',
  },
  invoice_cancelled: {
    says: 'The invoice of this note was cancelled at the portal: no note of it is taken there.',
    next: 'Report invoice and note in your return by hand; the desk helps you.',
  },
  '2163': ours.date_in_future,
  '2211': ours.same_gstin,
  '2258': ours.seller_state,
  '2265': ours.buyer_state,
  '3028': { says: 'The portal does not know the buyer’s GSTIN.', next: ofBuyer },
  '3029': { says: 'The buyer’s GSTIN is not in force.', next: ofBuyer },
  '3039': ours.buyer_pin,
};

/** @param code  a fault of ours, or the portal's code */
export const whyRefused = (code: string): WhyRefused =>
  (ours as Readonly<Record<string, WhyRefused>>)[code] ??
  portals[code] ?? {
    says: `The portal refused it (code ${code}).`,
    next: 'The desk looks into it; you may send it again.',
  };
