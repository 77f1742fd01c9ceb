import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
// @ts-expect-error it brings no types
import core from 'mjml-core';
// @ts-expect-error it brings no types
import preset from 'mjml-preset-core';
import { PlainFault } from '../scripts/lib/fault.mjs';
import { projectRoot } from '../scripts/lib/paths.mjs';

/*
 * npm run letter – draws the frame of every e-mail from letter.mjml, for mail programs old and new, and writes it beside it as a
 * module. Run it after a change; a test holds both together. Nothing of MJML is needed where letters are sent.
 */

const folder = join(projectRoot, 'libs/notifications/src/letters');

/** @type {(source: string, options: object) => Promise<{ html: string, errors: { formattedMessage: string }[] }>} */
const mjml = core.default;

/** @returns {Promise<string>} the module, as it lies in the folder */
export async function drawLetter() {
  const source = readFileSync(join(folder, 'letter.mjml'), 'utf8');
  const { html, errors } = await mjml(source, { presets: [preset], validationLevel: 'strict' });
  if (errors.length > 0) throw new PlainFault(errors.map(({ formattedMessage }) => formattedMessage).join('\n'));
  const lines = html.split('\n').map((line) => line.trim());
  const text = lines.filter((line) => line !== '').join('\n');
  if (/[`\\]|\$\{/.test(text)) throw new PlainFault('The letter cannot be written as a template string.');
  return `/** Drawn from letter.mjml by \`npm run letter\`; never changed by hand. */\nexport const letterFrame = \`${text}\n\`;\n`;
}

if (process.argv[1]?.endsWith('make-letter.mjs')) {
  writeFileSync(join(folder, 'letter-frame.ts'), await drawLetter());
  console.log('libs/notifications/src/letters/letter-frame.ts is drawn.');
}
