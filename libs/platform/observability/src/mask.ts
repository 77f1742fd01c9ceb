import { maskAadhaar, maskCardNumbers } from '#platform/identifiers';

/** Members whose value never stands in a log line, wherever they are nested. */
const secretMembers = [
  ...['password', 'secret', 'token', 'authorization', 'cookie', 'otp', 'totp', 'apiKey', 'api_key', 'clientSecret'],
  ...['accessToken', 'access_token', 'refreshToken', 'refresh_token', 'deviceToken', 'device_token', 'recoveryCodes'],
  ...['mobile', 'phone', 'email', 'signIn', 'sign_in', 'name', 'holder', 'address_line', 'addressLine'],
  ...['pan', 'gstin', 'account', 'accountNumber', 'account_number', 'upi', 'vpa', 'totpSecret', 'set-cookie'],
].join('|');

const text = String.raw`"(?:[^"\\]|\\.)*"`;
const secretMember = new RegExp(String.raw`"(${secretMembers})":(?:${text}|-?\d[\d.eE+-]*|\[[^\]]*\])`, 'gi');
/** A refusal's or a driver's `code` is no secret; one made of digits may be a one-time code. */
const codeMember = /"(code)":(?:"\d{4,10}"|\d{4,10})/g;

/** What must not stand in free text either: an error's message, a stack, an address. */
const inText: readonly [RegExp, string][] = [
  [/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]+/g, '[token]'],
  [/\b(Bearer|Basic) [\w.~+/=-]{6,}/gi, '$1 [token]'],
  [/\b((?:sk|rk|pk|whsec|odop)_[a-z]*_?)[A-Za-z0-9+/_=-]{8,}/g, '$1[key]'],
  [/(:\/\/[^\s:/@"]*):[^\s/@"]+@/g, '$1:[password]@'],
  [/[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{0,190}\w/g, '[e-mail]'],
  [/\b[A-Z]{5}\d{4}[A-Z]\b/g, '[PAN]'],
];

/**
 * Numbers of nine digits and more are mobiles, accounts, cards or worse; spaces and hyphens between digits count as none.
 * Those inside a UUID, a date or another word are not meant.
 */
const longNumbers = /(?<![\w.:-])\+?\d(?:[ -]?\d){8,18}(?![\w-])/g;
const longNumber = /\d(?:[ -]?\d){8}/;
const uuids = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/;
const quotedText = new RegExp(text, 'g');

const strike = (text: string): string =>
  longNumber.test(text)
    ? text
        .split(uuids)
        .map((part, i) => (i % 2 === 1 ? part : maskCardNumbers(maskAadhaar(part)).replaceAll(longNumbers, '[number]')))
        .join('')
    : text;

/** A log line as it may be kept: same JSON, secrets and personal values cut out. @rule S-64 S-65 S-70 */
export function masked(line: string): string {
  let clean = line.replace(secretMember, '"$1":"[redacted]"').replace(codeMember, '"$1":"[redacted]"');
  for (const [pattern, instead] of inText) clean = clean.replace(pattern, instead);
  // Only inside quotes: a bare number is an amount, a time or a count of ours.
  return clean.replace(quotedText, strike);
}
