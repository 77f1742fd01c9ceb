/** What a maker may say to a message about a new order. */
export const repliesSaid = ['accept', 'decline'] as const;
export type Said = (typeof repliesSaid)[number];

/** What became of a reply; each is told to whoever wrote it. */
export const replyOutcomes = ['accepted', 'declined', 'too_late', 'unknown_code', 'not_understood', 'paused'] as const;
export type ReplyOutcome = (typeof replyOutcomes)[number];

/** What a reply says, as far as it is understood. */
export interface ReadReply {
  says: Said | null;
  code: string | null;
}

/** In the languages of makers, and as people write them in Latin letters. */
const words: Readonly<Record<Said, readonly string[]>> = {
  accept: ['y', 'yes', 'ha', 'haa', 'han', 'haan', 'हाँ', 'हां', 'हा', 'aam', 'ஆம்', 'ஆமாம்', 'hyan', 'হ্যাঁ', 'হ্যা', 'হাঁ'],
  decline: ['n', 'no', 'nahi', 'nahin', 'नहीं', 'नही', 'illai', 'இல்லை', 'na', 'না'],
};
const said = new Map(repliesSaid.flatMap((what) => words[what].map((word) => [word.normalize('NFC'), what] as const)));

/** Where the digits of a script begin. */
const zeros = [0x966, 0x9e6, 0xbe6].map((first) => String.fromCodePoint(first));
const latin = (digit: string): string => {
  const zero = zeros.find((first) => digit >= first && digit.charCodeAt(0) - first.charCodeAt(0) < 10);
  return zero === undefined ? digit : String(digit.charCodeAt(0) - zero.charCodeAt(0));
};

/**
 * `Y 4821`, `n4821`, `4821 हाँ`, `না ৪৮২১`: one word and one code, in any order and script. Anything beside them makes it a
 * letter, which nobody here reads: what it asks for is not guessed at.
 * @rule S-36
 */
export function readReply(text: string): ReadReply {
  const tokens =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{Nd}+|[\p{L}\p{M}]+/gu) ?? [];
  const codes = tokens.filter((token) => /^\p{Nd}+$/u.test(token)).map((token) => [...token].map(latin).join(''));
  const wishes = tokens.filter((token) => !/^\p{Nd}+$/u.test(token)).map((token) => said.get(token));
  const isShort = tokens.length <= 2;
  const code = isShort && codes.length === 1 && /^\d{4}$/.test(codes[0]!) ? codes[0]! : null;
  const says = isShort && wishes.length === 1 ? (wishes[0] ?? null) : null;
  return { says, code };
}

/** Replies of one person in an hour that name no open order of hers, or cannot be read. */
export const wrong_replies_max = 5;
/** Who guesses, and a machine that answers our answers, is told once to wait so long, and then nothing. */
export const reply_pause_minutes = 60;
