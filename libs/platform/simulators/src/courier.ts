import { z } from 'zod';
import { IdempotencyMemory, plainKeyTrouble } from './idempotency-memory.js';
import { Journal, type Collection } from './journal.js';
import { roundsFrom, type PickupRound } from './pickup-rounds.js';
import { digits, makeId, makeUtr } from './references.js';
import { checked, ok, refuse, type Handler } from './simulated-http.js';
import { Simulator } from './simulator.js';
import { signLikeStandardWebhooks } from './webhook-signatures.js';
import { webhookFaults, WebhookSender, type Delivery } from './webhook-sender.js';

const ownFaults = [
  ...webhookFaults,
  /** A line of cash is brought, and listed, a second time under another number. */
  'remittance_twice',
];

/** One line of what was brought to us. */
export interface CourierRemittanceLine {
  id: string;
  awb: string;
  reference: string;
  amount_paise: number;
  utr: string;
  at: string;
}

/** What a parcel can meet; `next` is what may follow. */
const journey = {
  booked: ['picked_up', 'pickup_failed', 'cancelled'],
  /** Nobody opened; the driver comes again. */
  pickup_failed: ['picked_up', 'pickup_failed', 'cancelled'],
  picked_up: ['in_transit', 'lost', 'damaged'],
  in_transit: ['in_transit', 'out_for_delivery', 'rto_initiated', 'lost', 'damaged'],
  out_for_delivery: ['delivered', 'attempt_failed', 'lost', 'damaged'],
  attempt_failed: ['in_transit', 'out_for_delivery', 'rto_initiated'],
  rto_initiated: ['rto_delivered', 'lost', 'damaged'],
  delivered: [],
  rto_delivered: [],
  lost: [],
  damaged: [],
  cancelled: [],
} as const satisfies Record<string, readonly string[]>;

export type ParcelState = keyof typeof journey;

const stateName = z.enum(Object.keys(journey) as [ParcelState, ...ParcelState[]]);

export interface Scan {
  /** 1, 2, 3 … per parcel: tells a late notice from a new one. */
  seq: number;
  state: ParcelState;
  at: string;
  place: string;
  /** How the delivery was proved. */
  proof: 'code' | 'signature' | null;
}

export interface Parcel {
  awb: string;
  reference: string;
  service: string;
  /** `return`: fetched at a shopper's door. */
  kind: 'forward' | 'return';
  from_pin: string;
  to_pin: string;
  weight_g: number;
  cod_paise: number;
  price_paise: number;
  /** Tell it to the receiver only; who knows it may take the parcel. */
  delivery_code: string;
  state: ParcelState;
  scans: Scan[];
  /** When the driver was asked to come for it; null: on his way past. */
  round: PickupRound | null;
  /** Cash brought to us, once it was. */
  remitted: { utr: string; at: string } | null;
}

const pin = z.string().regex(/^[1-9][0-9]{5}$/);
const route = {
  from_pin: pin,
  to_pin: pin,
  weight_g: z.int().positive().max(50_000),
  cod_paise: z.int().min(0).default(0),
};
const door = z.strictObject({
  name: z.string().min(1).max(200),
  line: z.string().min(1).max(1_000),
  mobile: z.string().max(20).optional(),
});
export type CourierDoor = z.infer<typeof door>;
const quoteBody = z.strictObject(route);
const bookBody = z.strictObject({
  ...route,
  idempotencyKey: z.string().min(1).max(255),
  reference: z.string().min(1).max(60),
  service: z.enum(['surface', 'express']),
  from: door.optional(),
  to: door.optional(),
  kind: z.enum(['forward', 'return']).default('forward'),
});
const codBody = z.strictObject({ cod_paise: z.int().min(0) });
const remitBody = z.strictObject({ amount_paise: z.int().positive().optional() });
const remittancesQuery = z.strictObject({ since: z.iso.datetime().optional(), after: z.string().optional() });
const remittances_page = 50;
const roundBody = z.strictObject({ round: z.string().max(20).nullable() });
/** Mornings and afternoons; so many parcels of one PIN code fit into one. */
const driverHours = [
  { from: 10, to: 13, closesBefore: 2 },
  { from: 14, to: 18, closesBefore: 2 },
];
const roundHolds = 20;
const moveBody = z.strictObject({ to: stateName, place: z.string().max(80).optional(), code: z.string().optional() });

export interface CourierOptions {
  secretKey: string;
  /** `whsec_` and base64, as Standard Webhooks wants it. */
  webhookSecret: string;
  webhookUrl?: string;
  webhooks?: 'at_once' | 'when_told';
}

/** A courier: quotes, books, prints labels, scans parcels when told, and sends signed tracking notices. PINs 9… are not served: neither brought to nor, for returns, fetched in. */
export class CourierSimulator extends Simulator {
  readonly name = 'courier';
  readonly routes: Record<string, Handler>;
  readonly webhooks: WebhookSender;
  private readonly parcelsByAwb: Collection<Parcel>;
  /** Apart from the parcels, which are shown to whoever looks at the simulator. */
  private readonly doorsByAwb: Collection<{ from: CourierDoor | null; to: CourierDoor | null }>;
  private readonly brought: Collection<CourierRemittanceLine>;
  private readonly keys: IdempotencyMemory;

  constructor(given: { journal?: Journal; seed?: number } = {}) {
    super(ownFaults, given.seed);
    const journal = given.journal ?? new Journal();
    this.parcelsByAwb = journal.collection<Parcel>('parcels');
    this.doorsByAwb = journal.collection('doors');
    this.brought = journal.collection<CourierRemittanceLine>('remittances');
    this.keys = new IdempotencyMemory(journal, plainKeyTrouble, () => false);
    this.webhooks = new WebhookSender(this.faults, signLikeStandardWebhooks);
    this.routes = { ...this.customerRoutes(), ...this.driverRoutes() };
  }

  configure(options: CourierOptions): this {
    this.secretKey = options.secretKey;
    const { webhookUrl: url, webhookSecret: secret } = options;
    this.webhooks.aimAt(url === undefined ? null : { url, secret, when: options.webhooks ?? 'at_once' });
    return this;
  }

  async start(options: CourierOptions & { port?: number }): Promise<void> {
    await this.configure(options).open(options.port);
  }

  override async stop(): Promise<void> {
    await this.webhooks.stop();
    await super.stop();
  }

  state() {
    const { webhooks } = this;
    return { parcels: this.parcels(), webhooks: { pending: webhooks.pending(), deliveries: webhooks.deliveries() } };
  }

  parcels(): Parcel[] {
    return this.parcelsByAwb.all();
  }

  parcel(awb: string): Parcel {
    const parcel = this.parcelsByAwb.get(awb);
    if (parcel === undefined) throw refuse(404, 'no_such_parcel', awb);
    return parcel;
  }

  /** Where the driver was told to fetch it and to bring it; null: by PIN code only. */
  doors(awb: string): { from: CourierDoor | null; to: CourierDoor | null } {
    return this.doorsByAwb.get(awb) ?? { from: null, to: null };
  }

  /** Sends every waiting tracking notice once. */
  deliverPending(): Promise<Delivery[]> {
    return this.webhooks.deliverPending();
  }

  /**
   * The driver scans. A delivery with a wrong `code` is refused; without any the receiver signs for it.
   * @throws Refusal 409 when the parcel cannot go there from where it is
   */
  move(awb: string, to: ParcelState, more: { place?: string | undefined; code?: string | undefined } = {}): Parcel {
    const parcel = this.parcel(awb);
    const next: readonly string[] = journey[parcel.state];
    if (!next.includes(to)) throw refuse(409, 'wrong_state', `A parcel that is ${parcel.state} cannot become ${to}.`);
    if (more.code !== undefined && more.code !== parcel.delivery_code)
      throw refuse(422, 'wrong_code', 'Wrong delivery code.');
    const proof = to !== 'delivered' ? null : more.code === undefined ? 'signature' : 'code';
    return this.scan(parcel, to, more.place ?? (to === 'delivered' ? parcel.to_pin : 'Nagpur hub'), proof);
  }

  /** Walks a parcel along the usual road until it is delivered. */
  deliver(awb: string, code?: string): Parcel {
    const road: ParcelState[] = ['booked', 'picked_up', 'in_transit', 'out_for_delivery'];
    const parcel = this.parcel(awb);
    const from = waitsForDriver(parcel) ? 0 : road.indexOf(parcel.state);
    for (const step of from < 0 ? [] : road.slice(from + 1)) this.move(awb, step);
    return this.move(awb, 'delivered', { code });
  }

  private customerRoutes(): Record<string, Handler> {
    return {
      'POST /quotes': ({ body }) => {
        const wanted = checked(quoteBody, body);
        return ok({ services: ['surface', 'express'].map((service) => ({ service, ...this.quote(service, wanted) })) });
      },
      'POST /parcels': ({ body }) => {
        const wanted = checked(bookBody, body);
        return this.keys.once(wanted.idempotencyKey, withoutDoors(wanted), () => ok(this.book(wanted), 201));
      },
      'GET /parcels/:awb': ({ params }) => ok(withoutCode(this.parcel(params['awb']!))),
      'GET /parcels/:awb/label': ({ params }) => label(this.parcel(params['awb']!)),
      'POST /parcels/:awb/cancel': ({ params }) => {
        const parcel = this.parcel(params['awb']!);
        if (parcel.state === 'cancelled') return ok(withoutCode(parcel));
        if (!waitsForDriver(parcel)) throw refuse(409, 'already_picked_up', 'It is on its way; ask for its return.');
        return ok(withoutCode(this.scan(parcel, 'cancelled', parcel.from_pin, null)));
      },
      'POST /parcels/:awb/cod': ({ params, body }) => {
        const parcel = this.parcel(params['awb']!);
        if (parcel.state !== 'booked')
          throw refuse(409, 'already_picked_up', 'The driver has the parcel and its bill.');
        return ok(withoutCode(this.parcelsByAwb.put(parcel.awb, { ...parcel, ...checked(codBody, body) })));
      },
      'GET /parcels/:awb/pickup-rounds': ({ params }) => ok({ rounds: this.rounds(this.parcel(params['awb']!)) }),
      'POST /parcels/:awb/pickup-round': ({ params, body }) =>
        ok(withoutCode(this.setRound(this.parcel(params['awb']!), checked(roundBody, body).round))),
      'GET /remittances': ({ query }) => ok(this.listRemittances(query)),
    };
  }

  private rounds(parcel: Parcel): PickupRound[] {
    const waiting = this.parcels().filter((one) => one.from_pin === parcel.from_pin && waitsForDriver(one));
    const inRound = (id: string) => waiting.filter((one) => one.round?.id === id && one.awb !== parcel.awb).length;
    return roundsFrom(new Date(), driverHours).filter(({ id }) => inRound(id) < roundHolds);
  }

  private setRound(parcel: Parcel, id: string | null): Parcel {
    if (!waitsForDriver(parcel)) throw refuse(409, 'already_picked_up', 'The driver has the parcel.');
    const round = id === null ? null : this.rounds(parcel).find((one) => one.id === id);
    if (round === undefined) throw refuse(409, 'round_closed', `Nothing more fits into ${id}.`);
    return this.parcelsByAwb.put(parcel.awb, { ...parcel, round });
  }

  /** The driver and the courier's cash desk, moved by tests and the demo. */
  private driverRoutes(): Record<string, Handler> {
    return {
      'GET /_control/parcels/:awb': ({ params }) => ok(this.parcel(params['awb']!)),
      'POST /_control/parcels/:awb/move': ({ params, body }) => {
        const said = checked(moveBody, body);
        return ok(this.move(params['awb']!, said.to, said));
      },
      'POST /_control/parcels/:awb/deliver': ({ params, body }) =>
        ok(this.deliver(params['awb']!, checked(z.strictObject({ code: z.string().optional() }), body).code)),
      'POST /_control/parcels/:awb/remit': ({ params, body }) =>
        ok(this.remit(params['awb']!, checked(remitBody, body).amount_paise)),
      'POST /_control/deliver': async () => ok({ deliveries: await this.deliverPending() }),
    };
  }

  /** ₹40 and ₹0.60 for each 10 g begun, express double, cash on delivery ₹35 more. */
  private quote(service: string, wanted: z.infer<typeof quoteBody>) {
    if (wanted.to_pin.startsWith('9')) throw refuse(422, 'not_serviceable', `Nobody delivers to ${wanted.to_pin}.`);
    const base_paise = 4_000 + Math.ceil(wanted.weight_g / 10) * 60;
    const sameRegion = wanted.from_pin[0] === wanted.to_pin[0];
    const express = service === 'express';
    return {
      price_paise: base_paise * (express ? 2 : 1) + (wanted.cod_paise > 0 ? 3_500 : 0),
      transit_days: (sameRegion ? 3 : 6) - (express ? 2 : 0),
    };
  }

  private book(wanted: z.infer<typeof bookBody>): Parcel {
    const { idempotencyKey: _, from = null, to = null, ...request } = wanted;
    if (wanted.kind === 'return' && wanted.from_pin.startsWith('9'))
      throw refuse(422, 'not_serviceable', `Nobody fetches in ${wanted.from_pin}.`);
    const { price_paise } = this.quote(wanted.service, wanted);
    const awb = `SIM${digits(11)}`;
    const parcel: Parcel = {
      awb,
      ...request,
      price_paise,
      delivery_code: digits(6),
      state: 'booked',
      scans: [],
      round: null,
      remitted: null,
    };
    this.doorsByAwb.put(awb, { from, to });
    return this.parcelsByAwb.put(awb, parcel);
  }

  /**
   * Brings the cash of a delivered parcel: all of it, or another amount when one is named, which may be said again and again.
   * Asked without an amount it is brought once.
   */
  remit(awb: string, amount_paise?: number): Parcel {
    const parcel = this.parcel(awb);
    if (parcel.state !== 'delivered' || parcel.cod_paise === 0)
      throw refuse(409, 'no_cash', 'No cash was taken for it.');
    if (parcel.remitted !== null && amount_paise === undefined) return parcel;
    const times = this.faults.take('remittance_twice') === null ? 1 : 2;
    const remitted = { utr: makeUtr('SIMC'), at: new Date().toISOString() };
    for (let i = 0; i < times; i++) this.bring(parcel, amount_paise ?? parcel.cod_paise, remitted);
    return this.parcelsByAwb.put(awb, { ...parcel, remitted });
  }

  private bring({ awb, reference }: Parcel, amount_paise: number, remitted: { utr: string; at: string }): void {
    const id = makeId('rem');
    this.brought.put(id, { id, awb, reference, amount_paise, ...remitted });
  }

  /** Oldest first; `since` is inclusive, the next page goes on `after` the last number. */
  private listRemittances(query: Record<string, unknown>) {
    const { since, after } = checked(remittancesQuery, query);
    const all = this.brought.all().filter((line) => since === undefined || line.at >= since);
    const from = after === undefined ? 0 : all.findIndex((line) => line.id === after) + 1;
    const remittances = all.slice(from, from + remittances_page);
    return { remittances, next: from + remittances_page < all.length ? remittances.at(-1)!.id : null };
  }

  private scan(parcel: Parcel, state: ParcelState, place: string, proof: Scan['proof']): Parcel {
    // That nobody gave it to him a driver writes down when his round is over.
    const missed = state === 'pickup_failed' ? parcel.round : null;
    const at = missed?.to ?? new Date().toISOString();
    const scan: Scan = { seq: parcel.scans.length + 1, state, at, place, proof };
    const round = missed === null ? parcel.round : null;
    const scanned = this.parcelsByAwb.put(parcel.awb, { ...parcel, state, round, scans: [...parcel.scans, scan] });
    const { awb, reference } = parcel;
    const id = makeId('scan');
    this.webhooks.queue({ id, body: JSON.stringify({ id, type: 'parcel.scanned', awb, reference, ...scan }) });
    return scanned;
  }
}

/** What makes a booking the same one: a door that is written anew meanwhile does not make it another. */
const withoutDoors = (wanted: z.infer<typeof bookBody>) => ({ ...wanted, from: undefined, to: undefined });

const waitsForDriver = ({ state }: Parcel): boolean => state === 'booked' || state === 'pickup_failed';

/** JSON leaves out what is undefined. */
const withoutCode = (parcel: Parcel) => ({ ...parcel, delivery_code: undefined });

/** A drawing to print: only our own number and the postal codes are on it. */
const label = (parcel: Parcel) => ({
  status: 200,
  contentType: 'image/svg+xml',
  body: [
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="240" font-family="monospace">',
    `<text x="20" y="60" font-size="32">${parcel.awb}</text>`,
    `<text x="20" y="120" font-size="24">${parcel.from_pin} → ${parcel.to_pin}</text>`,
    `<text x="20" y="180" font-size="20">${parcel.weight_g} g, ${parcel.service}</text>`,
    '</svg>',
  ].join(''),
});
