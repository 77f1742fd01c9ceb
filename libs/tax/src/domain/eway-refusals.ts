import type { EWayFault } from './eway-checks.js';
import { whyRefused, type WhyRefused } from './irp-refusals.js';

/** Of the faults we find those that an invoice has not, and codes of the portal we know; to be held against its list (K). */
const own: Readonly<Partial<Record<EWayFault, WhyRefused>> & Record<string, WhyRefused>> = {
  names_gone: {
    says: 'Who gets the goods is not known any more.',
    next: 'Do not send them; the desk helps you to call the order off.',
  },
  paper_too_old: {
    says: 'The paper is too old for an e-way bill.',
    next: 'Do not send the goods; the desk helps you to correct the paper by a credit note.',
  },
  too_many_goods: {
    says: 'There are more lines of goods than an e-way bill takes.',
    next: 'Do not send the goods; the desk helps you to send them in two parts.',
  },
  '316': {
    says: 'The time in which the portal cancels an e-way bill is over.',
    next: 'Keep your papers: the goods did not move, and the credit note says so. Do not use its number.',
  },
  '604': {
    says: 'The portal knows another e-way bill of this paper.',
    next: 'The desk looks into it; you may ask again.',
  },
};

/** @param code  a fault of ours, or the portal's code */
export const whyNoEWayBill = (code: string): WhyRefused => own[code] ?? whyRefused(code);
