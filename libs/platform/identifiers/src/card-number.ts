/** Networks whose cards are used here, by first digits and whole length: Visa, Mastercard, RuPay, Amex, Diners, JCB, Maestro. */
const networks =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|(?:508|60|65|81|82)\d{13,14}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11,16}|35\d{14}|(?:50|5[6-8]|6)\d{14,17})$/;

/** 13 to 19 digits with single spaces or hyphens between, not inside a longer run or a word, not a JSON number. */
const candidate = /(?<![\p{L}\p{N}:.-])\d(?:[ -]?\d){12,18}(?![\p{L}\p{N}]|[ -]\d|\.\d)/gu;

/** Whether a string of digits ends with its Luhn check digit. */
export function luhnHolds(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    sum += i % 2 === 0 ? digit : ((digit * 2) % 10) + Math.floor((digit * 2) / 10);
  }
  return sum % 10 === 0;
}

const isCardNumber = (text: string): boolean => {
  const digits = text.replace(/[ -]/g, '');
  return networks.test(digits) && luhnHolds(digits);
};

/** Whether a text carries what looks like the number of a payment card. @rule S-65 */
export const carriesCardNumber = (text: string): boolean =>
  [...text.matchAll(candidate)].some(([each]) => isCardNumber(each));

/** The text with all but the last four digits of every such number struck out. @rule S-65 */
export const maskCardNumbers = (text: string): string =>
  text.replace(candidate, (each) => (isCardNumber(each) ? `XXXX ${each.slice(-4)}` : each));
