import { readForm, type Checked } from './checked.js';

const lengths = Array.from({ length: 19 }, (_, i) => i + 6);

/** Card of a handicraft artisan or handloom weaver; no official pattern is published. @rule R-4.29d */
export const readPehchan = (typed: string): Checked => readForm(typed, /^[A-Z0-9/-]+$/, lengths);

/** Code of a Self Help Group; no official pattern is published. @rule R-4.29e */
export const readShgCode = (typed: string): Checked => readForm(typed, /^[0-9A-Z-]+$/, lengths);

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
