import { findAadhaar } from './aadhaar.js';
import { faulty, readForm, type Checked } from './checked.js';

const lengths = Array.from({ length: 19 }, (_, i) => i + 6);

/** Card of a handicraft artisan or handloom weaver; no official pattern is published. @rule R-4.29d */
export const readPehchan = (typed: string): Checked => notAadhaar(readForm(typed, /^[A-Z0-9/-]+$/, lengths));

/** Code of a Self Help Group; no official pattern is published. @rule R-4.29e */
export const readShgCode = (typed: string): Checked => notAadhaar(readForm(typed, /^[0-9A-Z-]+$/, lengths));

/** Number of registration of a co-operative; every State writes its own. @rule  */
export const readCooperativeNumber = (typed: string): Checked =>
  notAadhaar(
    readForm(
      typed,
      /^[0-9A-Z][0-9A-Z/.() -]*$/,
      Array.from({ length: 38 }, (_, i) => i + 3),
    ),
  );

/**
 * Enrolment of an unregistered supplier who sells through an e-commerce operator; no pattern is published.
 * @rule 
 */
export const readGstEnrolment = (typed: string): Checked =>
  notAadhaar(
    readForm(
      typed,
      /^[0-9A-Z]+$/,
      Array.from({ length: 9 }, (_, i) => i + 12),
    ),
  );

/** A number without an official pattern may not be a place to leave an Aadhaar number in. @rule S-64 */
function notAadhaar(read: Checked): Checked {
  return read.ok && findAadhaar(read.value).length > 0 ? faulty('aadhaar') : read;
}

/**
 * Mobile number of India, with or without 0, 91 or +91 before it and spaces or hyphens in it.
 * @returns stored form: +91 and ten digits
 * @rule R-4.29g
 */
export function readMobile(typed: string): Checked {
  const digits = typed
    .slice(0, 40)
    .replace(/[\s-]/g, '')
    .replace(/^(\+91|91(?=[0-9]{10}$)|0(?=[0-9]{10}$))/, '');
  const read = readForm(digits, /^[6-9][0-9]{9}$/, [10]);
  return read.ok ? { ok: true, value: `+91${read.value}` } : read;
}
