import { readForm, type Checked } from './checked.js';

/**
 * Bank prefixes we know. A prefix that is missing here is no fault: makers bank with rural and co-operative banks, of which
 * there are hundreds; the penny-drop tells whether the account is there.
 */
const known = new Set(
  (
    'SBIN PUNB BARB CNRB UBIN BKID IDIB CBIN IOBA UCBA MAHB PSIB HDFC ICIC UTIB KKBK INDB YESB IDFB IBKL FDRL SIBL KVBL ' +
    'CIUB TMBL DCBL RATN KARB JAKA DLXB NTBL CSBK BDBL AUBL ESFB UJVN USFB SURY JSFB ESMF NSPB IPOS AIRP FINO JIOP NSPB ' +
    'APGV KLGB MAHG BUPB SRCB COSB SVCB'
  ).split(' '),
);

/** Code of a bank's branch. @rule */
export function readIfsc(typed: string): Checked<{ bank_known: boolean }> {
  const read = readForm(typed, /^[A-Z]{4}0[A-Z0-9]{6}$/, [11]);
  return read.ok ? { ...read, bank_known: known.has(read.value.slice(0, 4)) } : read;
}

/** Number of a bank account: 9 to 18 digits, leading zeros kept. @rule */
export const readBankAccount = (typed: string): Checked =>
  readForm(typed, /^[0-9]+$/, [9, 10, 11, 12, 13, 14, 15, 16, 17, 18]);
