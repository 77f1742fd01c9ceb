import { createHash } from 'node:crypto';
import { sumPaise, type Paise } from '#platform/money';
import { istDay } from '#platform/time';
import { fail } from './payment.errors.js';

/**
 * The payment advice the bank gets and the response it gives, as text in UTF-8, one record a line, fields between commas.
 * No field needs quotes: what could need them is not let in. Both end with how many rows there are, what they add up to,
 * and the SHA-256 of every byte before that line.
 */
const adviceName = 'ODOP-PAYMENT-ADVICE';
const responseName = 'ODOP-PAYMENT-RESPONSE';
const version = '1';
const adviceColumns = 'row,payout,rail,amount,name,account,ifsc,narration';
const responseColumns = 'payout,amount,status,utr,reason';

/** How money travels: by account number and branch code, or to a UPI address. */
export type Rail = 'neft' | 'upi';

export interface AdviceLine {
  /** Our key of the payout: what the bank calls it in its answer. */
  key: string;
  rail: Rail;
  amount_paise: Paise;
  holder: string;
  /** Account number, or UPI address. */
  account: string;
  /** Empty for UPI. */
  ifsc: string;
  narration: string;
}

export interface ResponseLine {
  key: string;
  amount_paise: Paise;
  status: 'paid' | 'failed' | 'returned';
  utr: string | null;
  reason: string | null;
}

export interface BankResponse {
  fileNumber: string;
  lines: ResponseLine[];
}

/** 'OBP-20261123-7': by it the bank and the desk speak of a file. */
export const fileNumberOf = (file: { n: number; made_at: Date }): string =>
  `OBP-${istDay(file.made_at).replaceAll('-', '')}-${file.n}`;

export const digestOf = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Letters, digits and what stands in names; a bank's program reads it, so nothing else comes through. */
const plainly = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N} .&/()-]/gu, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replaceAll(/ +/g, ' ')
    .trim();

const rupees = (amount: Paise): string => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`;

/** The file as the bank gets it: the same rows are the same bytes. */
export function adviceOf(file: { number: string; madeAt: Date }, lines: readonly AdviceLine[]): Buffer {
  const rows = lines.map(({ key, rail, amount_paise, holder, account, ifsc, narration }, i) =>
    [i + 1, key, rail.toUpperCase(), rupees(amount_paise), plainly(holder), account, ifsc, plainly(narration)].join(
      ',',
    ),
  );
  const head = ['H', adviceName, version, file.number, file.madeAt.toISOString(), 'INR'].join(',');
  return closed([head, adviceColumns, ...rows], sumPaise(lines.map((line) => line.amount_paise)), lines.length);
}

/** A response in the bank's place: for the simulated bank and for whoever converts another format to ours. */
export function responseOf(fileNumber: string, lines: readonly ResponseLine[]): Buffer {
  const rows = lines.map(({ key, amount_paise, status, utr, reason }) =>
    [key, rupees(amount_paise), status, utr ?? '', reason ?? ''].join(','),
  );
  const head = ['H', responseName, version, fileNumber, 'INR'].join(',');
  return closed([head, responseColumns, ...rows], sumPaise(lines.map((line) => line.amount_paise)), lines.length);
}

function closed(records: readonly string[], total: Paise, count: number): Buffer {
  const body = `${records.join('\n')}\n`;
  return Buffer.from(`${body}T,${count},${rupees(total)},${digestOf(body)}\n`);
}

const row =
  /^(?<key>[0-9a-f-]{36}),(?<amount>\d{1,13}\.\d{2}),(?<status>paid|failed|returned),(?<utr>[A-Z0-9]{0,30}),(?<reason>[a-z0-9_]{0,60})$/;
const trailer = /^T,(\d{1,6}),(\d{1,15}\.\d{2}),([0-9a-f]{64})$/;
const head = /^H,ODOP-PAYMENT-RESPONSE,1,(OBP-\d{8}-\d{1,9}),INR$/;

/**
 * Reads the bank's answer whole or not at all.
 * @throws bank_response_unreadable (422): another format, a row that says nothing clear, one payout twice, other totals
 *   than its rows have, or bytes that are not those its sum was made of
 */
export function readResponse(bytes: Buffer): BankResponse {
  const text = bytes.toString('utf8').replaceAll('\r\n', '\n');
  const end = text.trimEnd().lastIndexOf('\n') + 1;
  const sums = trailer.exec(text.slice(end).trimEnd());
  if (sums === null) throw unreadable('its last line is not a count, a total and a checksum');
  const body = text.slice(0, end);
  if (digestOf(body) !== sums[3]) throw unreadable('it is not what its checksum was made of');
  const [first = '', columns, ...rest] = body.trimEnd().split('\n');
  const fileNumber = head.exec(first)?.[1];
  if (fileNumber === undefined || columns !== responseColumns) throw unreadable('it does not begin as a response does');
  const lines = rest.map((line, i) => lineOf(line, i + 3));
  if (new Set(lines.map((line) => line.key)).size !== lines.length) throw unreadable('it speaks of one payout twice');
  const total = sumPaise(lines.map((line) => line.amount_paise));
  if (lines.length !== Number(sums[1]) || total !== paiseOf(sums[2]!))
    throw unreadable('its rows are not as many, or not as much, as it says');
  return { fileNumber, lines };
}

function lineOf(text: string, at: number): ResponseLine {
  const read = row.exec(text)?.groups;
  if (read === undefined) throw unreadable(`line ${at} is not a row`);
  const status = read['status'] as ResponseLine['status'];
  const [utr, reason] = [read['utr'] || null, read['reason'] || null];
  if ((status === 'failed') !== (utr === null))
    throw unreadable(`line ${at} needs a bank reference, or has one too many`);
  if ((status === 'paid') !== (reason === null)) throw unreadable(`line ${at} needs a reason, or has one too many`);
  return { key: read['key']!, amount_paise: paiseOf(read['amount']!), status, utr, reason };
}

const paiseOf = (amount: string): Paise => BigInt(amount.replace('.', ''));

const unreadable = (why: string) => fail('bank_response_unreadable', { why });
