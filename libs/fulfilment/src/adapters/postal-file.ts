import type { TrackingKind } from '../domain/tracking.js';
import type { CourierNotice, ReadFile } from '../ports/courier.js';

type Meaning = Pick<CourierNotice, 'kind' | 'proof'>;
const means = (kind: TrackingKind | null, proof: Meaning['proof'] = null): Meaning => ({ kind, proof });

/** The post's codes in our words; a code that is not here is kept and changes nothing. */
const codes: Readonly<Record<string, Meaning>> = {
  BKD: means(null),
  CPF: means('pickup_missed'),
  COL: means('picked_up'),
  BAG: means('picked_up'),
  REC: means('picked_up'),
  OFD: means('out_for_delivery'),
  NDL: means('attempt_failed'),
  DLS: means('delivered', 'signature'),
  DLO: means('delivered', 'code'),
  RTS: means('sent_back'),
  RTD: means('back_at_origin'),
  LST: means('lost'),
  DMG: means('lost'),
  WDN: means(null),
};

const header = 'SERIAL,ARTICLE,EVENT,DATE,TIME,OFFICE';
/** Dates are written `23-11-2026`, times by the clock of India. */
const line =
  /^(?<serial>[A-Z0-9-]{1,40}),(?<article>[A-Z0-9]{1,40}),(?<event>[A-Z]{3}),(?<day>\d{2})-(?<month>\d{2})-(?<year>\d{4}),(?<time>\d{2}:\d{2}:\d{2}),/;

/**
 * The post's file of a day. Each line stands for itself, whatever the others are: one that cannot be read is named, and an
 * office may write what it likes into the last cell.
 * @rule S-19
 */
export function readPostalFile(text: string): ReadFile {
  const read: ReadFile = { told: [], broken: [] };
  for (const [i, row] of text.split(/\r?\n/).entries()) {
    if (row.trim() === '' || (i === 0 && row.replace(/^\uFEFF/, '') === header)) continue;
    const told = noticeOf(row);
    if (told === null) read.broken.push(i + 1);
    else read.told.push(told);
  }
  return read;
}

function noticeOf(row: string): CourierNotice | null {
  const cells = line.exec(row)?.groups;
  if (!cells) return null;
  const at = new Date(`${cells['year']}-${cells['month']}-${cells['day']}T${cells['time']}+05:30`);
  if (Number.isNaN(at.getTime())) return null;
  return { eventId: cells['serial']!, awb: cells['article']!, ...(codes[cells['event']!] ?? means(null)), at };
}
