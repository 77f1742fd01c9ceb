import { told, type ToldEvent, type ValueKind } from '../src/domain/told.js';

/** A value of each kind as it may look on a long day. */
const sample: Readonly<Record<string, unknown>> = {
  exchange: 'ODB-2627-0009876',
  ticket: 'ODB-G-2026-27-7K3M9-QXD4T',
  acknowledge_by: '2026-11-14T08:35:00.000Z',
  redress_by: '2026-12-12T18:29:59.000Z',
  reopen_until: '2026-11-30T18:29:59.000Z',
  decision: 'complaint_partly',
  code: '4821',
  order: 'ODB-2627-0001234',
  contract: 'ODB-C-2627-000123',
  title: 'Bhagalpuri tussar stole, hand-woven',
  shop: 'Meera Handlooms',
  amount: 14_500_000,
  daily: 10_000,
  accepted: 1_234_567_50,
  refund: 145_050,
  accept_by: '2026-11-12T08:35:00.000Z',
  due: '2026-11-14T18:45:00.000Z',
  rests_until: '2026-11-14T18:45:00.000Z',
  at: '2026-11-12T18:45:00.000Z',
  why: 'not_answered',
  goods: 2,
  refunds: 2,
  pieces: 12,
  outcome: 'accepted_part',
  role: 'maker_accounts',
  paper: 'paper_land_border',
  ends: '2027-11-30',
  until: '2027-11-30T18:29:59.000Z',
  utr: 'SIMN52026111200001',
  attempt: 2,
  most: 3,
  tracking: 'SIM0000000017',
  courier: 'postal',
  file: 'TRK-20261123.csv',
  rows: 3,
  first: '17',
  product: 'Pink Enamel (Gulaabi Minakari)',
  district: 'Varanasi',
  successor: 'Pink Enamel',
  place: 'Varanasi',
  gi: 'Banaras Brocades and Sarees',
  variant: 'natural',
  left: 2,
  found: 12,
  open: 104,
  what: 'refund',
  number: '019a7b1c-7f00-7000-8000-000000000021',
  news: '3',
  opening: 'Your goods are live: Bhagalpuri tussar stole, hand-woven',
  list: ['Your goods are live: Bhagalpuri tussar stole', 'A review of your stole'],
  channel: 'WhatsApp',
  messages: '1234',
  since: '2026-11-12T08:35:00.000Z',
  from: '2026-11-24T04:30:00.000Z',
  to: '2026-11-24T07:30:00.000Z',
  link: '019a7b1c-7f00-7000-8000-000000000022',
  share: '95 %',
  sold: 382_000_000,
  limit: 400_000_000,
};

/** Every message there is, with sample values. */
export function everyMessage(): {
  event: ToldEvent;
  audience: string;
  values: Record<string, unknown>;
  kinds: Record<string, ValueKind>;
}[] {
  return (Object.keys(told) as ToldEvent[]).flatMap((event) =>
    Object.entries(told[event] as Record<string, unknown>)
      .filter(([audience]) => audience !== 'version')
      .map(([audience, kinds]) => ({
        event,
        audience,
        kinds: kinds as Record<string, ValueKind>,
        values: Object.fromEntries(Object.keys(kinds as object).map((name) => [name, sample[name]])),
      })),
  );
}

/** A link as long as they are, of a shop with a name of usual length. */
export const sampleLink = (): string => `https://bazaar.example.in/orders/${'x'.repeat(64)}`;
