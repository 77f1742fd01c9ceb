/** What XML 1.0 cannot hold, and signs that turn the direction of reading or are never seen. */
const unfit =
  /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Words of people without signs that do harm, cut to so many characters (whole ones). */
export function feedText(text: string, length_max: number): string {
  const plain = text.replaceAll(unfit, '').trim();
  return plain.length <= length_max ? plain : [...plain].slice(0, length_max).join('');
}

/** Text as it stands in an element or an attribute. */
export const xmlText = (text: string): string => text.replaceAll(/[&<>"']/gu, (sign) => named[sign]!);

export const element = (name: string, text: string): string => `<${name}>${xmlText(text)}</${name}>`;
