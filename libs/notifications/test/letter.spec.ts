import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { letterHtml } from '../src/letters/letter.js';

const letter = (text: string, more: Partial<Parameters<typeof letterHtml>[0]> = {}): string =>
  letterHtml({ subject: 'Order ODB-1 is here', text, language: 'en', ...more });
const wordsOf = (html: string): string => html.slice(html.indexOf('<body'));

describe('The page of an e-mail', () => {
  test('its frame is as letter.mjml draws it: after a change run npm run letter', () => {
    const draws = `import('./tools/make-letter.mjs').then(async ({ drawLetter }) => process.stdout.write(await drawLetter()))`;
    const drawn = execFileSync(process.execPath, ['--input-type=module', '-e', draws], { encoding: 'utf8' });
    const folder = join(import.meta.dirname ?? __dirname, '../src/letters');
    expect(readFileSync(join(folder, 'letter-frame.ts'), 'utf8')).toBe(drawn);
  }, 30_000);

  test('S-56 nothing that somebody wrote is markup, wherever it stands', () => {
    const html = letter('Namaste <b>Ravi</b> & "co",\n\n<script>alert(1)</script> {{subject}}', {
      subject: '</title><script>',
      language: '"><script>',
    });
    expect(html).not.toMatch(/<script|<b>Ravi/);
    expect(html).toContain('Namaste &lt;b&gt;Ravi&lt;/b&gt; &amp; &quot;co&quot;,');
    expect(html).toContain('{{subject}}');
  });

  test('paragraphs and lines stay, and an address can be followed, without the full stop behind it', () => {
    const html = wordsOf(
      letter('Namaste Ravi,\n\nfollow it: https://bazaar.example.in/o/x?a=1&b=2.\nNobody else can.'),
    );
    expect(html).toContain('<p>Namaste Ravi,</p>');
    const url = 'https://bazaar.example.in/o/x?a=1&amp;b=2';
    expect(html).toContain(`<p>follow it: <a href="${url}">${url}</a>.<br />Nobody else can.</p>`);
  });

  test.each([
    ['hi', 'नमस्ते कविता,\n\nआपका ऑर्डर पहुँच गया।'],
    ['ta', 'வணக்கம் கவிதா,\n\nஉங்கள் ஆர்டர் வந்துவிட்டது.'],
    ['bn', 'নমস্কার কবিতা,\n\nআপনার অর্ডার এসে গেছে।'],
  ])('in %s its language is said and its words are whole', (language, text) => {
    const html = letter(text, { language });
    expect(html).toContain(`lang="${language}"`);
    for (const words of text.split('\n\n')) expect(html).toContain(`<p>${words}</p>`);
  });

  test('S-14 how letters of its kind are ended stands below, once', () => {
    const endsAt = 'https://bazaar.example.in/end/x';
    const html = wordsOf(letter(`Namaste,\n\nnews.\n\nNo more letters of this kind: ${endsAt}`, { endsAt }));
    expect(html.split('No more letters of this kind')).toHaveLength(2);
    expect(html.indexOf('class="quiet')).toBeLessThan(html.indexOf('No more letters'));
  });

  test('what an inbox shows beside the subject are the first words behind the greeting', () => {
    expect(letter('Namaste Ravi,\n\nyour order is here.')).toMatch(/display:none[^>]*>\s*your order is here\./);
  });
});
