import { verhoeffHolds } from './verhoeff.js';

interface Group {
  digits: string;
  start: number;
  end: number;
  /** Part of a telephone number: it begins with +91, or stands right behind it. */
  phone: boolean;
}

/** Where the digit 0 stands in the scripts of India, in Arabic letters and in full width. */
const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xff10] as const;

function digitOf(code: number): number | null {
  const zero = zeros.find((z0) => code >= z0 && code < z0 + 10);
  return zero === undefined ? null : code - zero;
}

const joins = /^[\s\u200b-\u200d\u2010-\u2015-]{1,2}$/;
const startsLikeAadhaar = /^[2-9]/;
const uuid = /\b[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}\b/gi;

/**
 * Where a text carries what looks like an Aadhaar number: twelve digits in whole groups, first digit 2–9, Verhoeff, spaces
 * and hyphens between groups allowed. Nothing is found inside a longer run of digits, in a number after +91 or in a UUID:
 * about one in a thousand of our own ids would look like one.
 * @rule  S-64
 */
export function findAadhaar(text: string): { start: number; end: number; last4: string }[] {
  const groups = groupsOf(text);
  const found: { start: number; end: number; last4: string }[] = [];
  for (let first = 0; first < groups.length; first++) {
    let digits = '';
    for (let last = first; last < groups.length && digits.length < 12; last++) {
      const group = groups[last]!;
      if (group.phone || (last > first && !joins.test(text.slice(groups[last - 1]!.end, group.start)))) break;
      digits += group.digits;
      if (digits.length === 12 && startsLikeAadhaar.test(digits) && verhoeffHolds(digits)) {
        found.push({ start: groups[first]!.start, end: group.end, last4: digits.slice(-4) });
        first = last;
      }
    }
  }
  if (found.length === 0) return found;
  const ids = [...text.matchAll(uuid)].map(({ index, 0: id }) => ({ start: index, end: index + id.length }));
  return found.filter(({ start, end }) => !ids.some((id) => id.start <= start && end <= id.end));
}

/** The text with all but the last four digits of every such number struck out. @rule S-64 */
export function maskAadhaar(text: string): string {
  let masked = text;
  for (const { start, end, last4 } of findAadhaar(text).reverse()) {
    masked = `${masked.slice(0, start)}XXXX XXXX ${last4}${masked.slice(end)}`;
  }
  return masked;
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = [];
  let phone_left = 0;
  for (let i = 0; i < text.length;) {
    let digits = '';
    const start = i;
    for (let digit = digitOf(text.charCodeAt(i)); digit !== null; digit = digitOf(text.charCodeAt(i))) {
      digits += digit;
      i++;
    }
    if (digits === '') {
      i++;
      continue;
    }
    if (text[start - 1] === '+' && digits.startsWith('91')) phone_left = 12;
    groups.push({ digits, start, end: i, phone: phone_left > 0 });
    phone_left = Math.max(0, phone_left - digits.length);
  }
  return groups;
}
