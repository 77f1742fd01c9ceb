import { letterFrame } from './letter-frame.js';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => signs[sign]!);

/** An address in a text, without what ends the sentence it stands in. */
const address = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)।]/g;

/** Text as it shows in a mail program: nothing in it is markup, addresses can be followed. */
function shown(text: string): string {
  let [html, from] = ['', 0];
  for (const { 0: url, index } of text.matchAll(address)) {
    html += `${escaped(text.slice(from, index))}<a href="${escaped(url)}">${escaped(url)}</a>`;
    from = index + url.length;
  }
  return (html + escaped(text.slice(from))).replaceAll('\n', '<br />');
}

const paragraphs = (text: string): string =>
  text
    .trim()
    .split(/\n{2,}/)
    .map((words) => `<p>${shown(words)}</p>`)
    .join('');

/**
 * An e-mail for mail programs that show pages; the same words as its text, which goes beside it for those that do not.
 * @param endsAt  where letters of its kind are ended: the words with that address stand below, in small letters
 * @rule S-56
 */
export function letterHtml({
  subject,
  text,
  language,
  endsAt,
}: {
  subject: string;
  text: string;
  language: string;
  endsAt?: string | undefined;
}): string {
  const blocks = text.trim().split(/\n{2,}/);
  const isEnding = (words: string): boolean => endsAt !== undefined && words.includes(endsAt);
  const body = blocks.filter((words) => !isEnding(words));
  const values: Readonly<Record<string, string>> = {
    language: escaped(language),
    subject: escaped(subject.replaceAll(/\s+/g, ' ')),
    // What an inbox shows beside the subject: the first words behind the greeting.
    preview: escaped((body[1] ?? body[0] ?? '').slice(0, 120)),
    paragraphs: paragraphs(body.join('\n\n')),
    ending: paragraphs(blocks.filter(isEnding).join('\n\n')),
  };
  return letterFrame.replaceAll(/\{\{ ?(\w+) ?\}\}/g, (_, name: string) => values[name] ?? '');
}
