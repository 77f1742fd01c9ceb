import { z } from 'zod';
import { IdempotencyMemory, plainKeyTrouble } from './idempotency-memory.js';
import { Journal, type Collection } from './journal.js';
import { roundsFrom, type PickupRound } from './pickup-rounds.js';
import { digits, makeId, makeUtr } from './references.js';
import { checked, ok, refuse, type Handler } from './simulated-http.js';
import { Simulator } from './simulator.js';

const ownFaults = [
  /** The rows of a file come in another order. */
  'rows_shuffled',
  /** Each row of a file comes twice. */
  'rows_doubled',
  /** A row that says nothing stands among the others. */
  'row_broken',
];

/** What can become of an article; the key is the post's code, the list what may follow. */
const journey = {
  BKD: ['COL', 'CPF', 'WDN'],
  /** Nobody gave it to the postman; he comes again. */
  CPF: ['COL', 'CPF', 'WDN'],
  COL: ['BAG', 'LST', 'DMG'],
  BAG: ['REC', 'LST', 'DMG'],
  REC: ['BAG', 'OFD', 'RTS', 'LST', 'DMG'],
  OFD: ['DLS', 'DLO', 'NDL', 'LST', 'DMG'],
  /** Not delivered: door locked. */
  NDL: ['OFD', 'RTS'],
  RTS: ['RTD', 'LST', 'DMG'],
  DLS: [],
  DLO: [],
  RTD: [],
  LST: [],
  DMG: [],
  WDN: [],
} as const satisfies Record<string, readonly string[]>;
export type ArticleEvent = keyof typeof journey;
const usual: readonly ArticleEvent[] = ['COL', 'BAG', 'REC', 'OFD', 'DLS'];
const eventCode = z.enum(Object.keys(journey) as [ArticleEvent, ...ArticleEvent[]]);

export interface Article {
  article: string;
  our_ref: string;
  origin: string;
  destination: string;
  grams: number;
  collect_paise: number;
  /** Fetched at a shopper's door, to go back to its maker. */
  fetched_back: boolean;
  tariff_paise: number;
  event: ArticleEvent;
  /** When the postman was asked to come for it; null: on his beat. */
  beat: PickupRound | null;
}
interface Collected {
  voucher: string;
  article: string;
  paise: number;
  utr: string;
  paid_at: string;
}
/** The file of a day, as it stands by now. */
interface DayFile {
  name: string;
  rows: string[];
  written_at: string;
}

const pin = z.string().regex(/^[1-9][0-9]{5}$/);
const door = z.strictObject({
  name: z.string().min(1).max(200),
  line: z.string().min(1).max(1_000),
  mobile: z.string().max(20).optional(),
});
const takeBody = z.strictObject({
  our_ref: z.string().min(1).max(60),
  origin: pin,
  destination: pin,
  grams: z.int().positive(),
  collect_paise: z.int().min(0).default(0),
  fetched_back: z.boolean().default(false),
  sender: door.optional(),
  addressee: door.optional(),
});
const eventBody = z.strictObject({ event: eventCode, office: z.string().max(80).optional() });
/** One beat a day; who wants it says so until six in the evening before. So many articles of one PIN code fit into one. */
const beatHours = [{ from: 11, to: 15, closesBefore: 17 }];
const beatHolds = 10;
const beatBody = z.strictObject({ beat: z.string().max(20).nullable() });
const since = z.iso.datetime().optional();
const header = 'SERIAL,ARTICLE,EVENT,DATE,TIME,OFFICE';
const grams_max = 35_000;
const page = 50;

/** The post: takes articles of up to 35 kg everywhere but in PINs 99…, and writes what becomes of them into a file for each day. */
export class PostalSimulator extends Simulator {
  readonly name = 'postal';
  readonly routes: Record<string, Handler>;
  private readonly articles: Collection<Article>;
  private readonly files: Collection<DayFile>;
  private readonly collected: Collection<Collected>;
  private readonly keys: IdempotencyMemory;
  /** No two scans are of one second, so that a file tells their order. */
  private scanned_ms = 0;

  constructor(given: { journal?: Journal; seed?: number } = {}) {
    super(ownFaults, given.seed);
    const journal = given.journal ?? new Journal();
    this.articles = journal.collection<Article>('articles');
    this.files = journal.collection<DayFile>('files');
    this.collected = journal.collection<Collected>('collections');
    this.keys = new IdempotencyMemory(journal, plainKeyTrouble, () => false);
    this.routes = { ...this.customerRoutes(), ...this.postmanRoutes() };
  }

  configure({ secretKey }: { secretKey: string }): this {
    this.secretKey = secretKey;
    return this;
  }

  async start(options: { secretKey: string; port?: number }): Promise<void> {
    await this.configure(options).open(options.port);
  }

  state() {
    return { articles: this.articles.all(), files: this.files.all().map(({ name }) => name) };
  }

  article(number: string): Article {
    const article = this.articles.get(number);
    if (article === undefined) throw refuse(404, 'no_such_article', number);
    return article;
  }

  all(): Article[] {
    return this.articles.all();
  }

  /** The postman scans. @throws Refusal 409 when that cannot follow */
  scan(number: string, event: ArticleEvent, office = 'Nagpur, "NSH" 440001'): Article {
    const article = this.article(number);
    const next: readonly string[] = journey[article.event];
    if (!next.includes(event)) throw refuse(409, 'wrong_event', `${event} cannot follow ${article.event}.`);
    return this.write({ ...article, event }, office);
  }

  /** Walks an article along the usual road until it is delivered. */
  deliver(number: string): Article {
    const from = usual.indexOf(this.article(number).event);
    for (const event of usual.slice(from + 1)) this.scan(number, event);
    return this.article(number);
  }

  /** Pays what was collected for an article into our bank. */
  remit(number: string): Collected {
    const { event, collect_paise: paise } = this.article(number);
    if ((event !== 'DLS' && event !== 'DLO') || paise === 0) throw refuse(409, 'no_cash', 'No cash was taken for it.');
    const [voucher, utr, paid_at] = [makeId('vch'), makeUtr('SIMP'), new Date().toISOString()];
    return this.collected.put(voucher, { voucher, article: number, paise, utr, paid_at });
  }

  private customerRoutes(): Record<string, Handler> {
    return {
      'POST /articles': ({ body }) => {
        const wanted = checked(takeBody, body);
        const { sender: _, addressee: __, ...request } = wanted; // doors written anew do not make it another
        return this.keys.once(wanted.our_ref, request, () => ok(this.take(request), 201));
      },
      'POST /articles/:article/withdrawal': ({ params }) => {
        const article = this.article(params['article']!);
        if (article.event === 'WDN') return ok(article);
        if (!isWithUs(article)) throw refuse(409, 'collected_already', 'It is on its way.');
        return ok(this.write({ ...article, event: 'WDN' }, article.origin));
      },
      'POST /articles/:article/collection': ({ params, body }) => {
        const { paise } = checked(z.strictObject({ paise: z.int().min(0) }), body);
        const article = this.article(params['article']!);
        if (!isWithUs(article)) throw refuse(409, 'collected_already', 'The postman has the article and its bill.');
        return ok(this.articles.put(article.article, { ...article, collect_paise: paise }));
      },
      'GET /articles/:article/beats': ({ params }) => ok({ beats: this.beats(this.article(params['article']!)) }),
      'POST /articles/:article/beat': ({ params, body }) => {
        const { beat: id } = checked(beatBody, body);
        const article = this.article(params['article']!);
        if (!isWithUs(article)) throw refuse(409, 'collected_already', 'It is on its way.');
        const beat = id === null ? null : this.beats(article).find((one) => one.id === id);
        if (beat === undefined) throw refuse(409, 'beat_full', `Nothing more fits into ${id}.`);
        return ok(this.articles.put(article.article, { ...article, beat }));
      },
      'GET /collections': ({ query }) => {
        const asked = checked(z.strictObject({ paid_since: since, after: z.string().optional() }), query);
        const all = this.collected.all().filter(({ paid_at }) => !asked.paid_since || paid_at >= asked.paid_since);
        const from = asked.after === undefined ? 0 : all.findIndex(({ voucher }) => voucher === asked.after) + 1;
        const collections = all.slice(from, from + page);
        return ok({ collections, more_after: from + page < all.length ? collections.at(-1)!.voucher : null });
      },
      'GET /tracking': ({ query }) => {
        const asked = checked(z.strictObject({ written_since: since }), query);
        const all = this.files.all().filter((one) => !asked.written_since || one.written_at >= asked.written_since);
        const files = all.map(({ name, rows, written_at }) => ({ name, bytes: textOf(rows).length, written_at }));
        return ok({ files });
      },
      'GET /tracking/:name': ({ params }) => {
        const file = this.files.get(params['name']!);
        if (file === undefined) throw refuse(404, 'no_such_file', params['name']!);
        return { status: 200, contentType: 'text/csv; charset=utf-8', body: textOf(this.spoiled(file.rows)) };
      },
    };
  }

  private beats(article: Article): PickupRound[] {
    const waiting = this.all().filter((one) => one.origin === article.origin && isWithUs(one));
    const inBeat = (id: string) => waiting.filter((one) => one.beat?.id === id && one !== article).length;
    return roundsFrom(new Date(), beatHours).filter(({ id }) => inBeat(id) < beatHolds);
  }

  /** The postman and the post's cash desk, moved by tests and the demo. */
  private postmanRoutes(): Record<string, Handler> {
    return {
      'GET /_control/articles/:article': ({ params }) => ok(this.article(params['article']!)),
      'POST /_control/articles/:article/scan': ({ params, body }) => {
        const { event, office } = checked(eventBody, body);
        return ok(this.scan(params['article']!, event, office));
      },
      'POST /_control/articles/:article/deliver': ({ params }) => ok(this.deliver(params['article']!)),
      'POST /_control/articles/:article/remit': ({ params }) => ok(this.remit(params['article']!)),
    };
  }

  /** ₹35 and ₹16 for each 500 g begun; ₹25 more for what is collected. */
  private take(wanted: Omit<z.infer<typeof takeBody>, 'sender' | 'addressee'>): Article {
    if (wanted.grams > grams_max) throw refuse(422, 'too_heavy', `More than ${grams_max} g.`);
    const shoppers = wanted.fetched_back ? wanted.origin : wanted.destination;
    if (shoppers.startsWith('99')) throw refuse(422, 'not_served', `No office serves ${shoppers}.`);
    const tariff_paise = 3_500 + Math.ceil(wanted.grams / 500) * 1_600 + (wanted.collect_paise > 0 ? 2_500 : 0);
    const article = { article: `EZ${digits(9)}IN`, ...wanted, tariff_paise, event: 'BKD' as const, beat: null };
    return this.write(article, wanted.origin);
  }

  /** A row of the file of this day, by the clock of India. */
  private write(article: Article, office: string): Article {
    const written_at = new Date().toISOString();
    this.scanned_ms = Math.max(Date.now(), this.scanned_ms + 1_000);
    const missed = article.event === 'CPF' ? article.beat : null; // written down when the beat is over
    const scanned_ms = missed === null ? this.scanned_ms : Date.parse(missed.to);
    const local = new Date(scanned_ms + 330 * 60_000).toISOString();
    const [year, month, day] = local.slice(0, 10).split('-');
    const name = `TRK-${year}${month}${day}.csv`;
    const file = this.files.get(name) ?? { name, rows: [], written_at };
    const cells = [makeId('S').toUpperCase().replace('_', '-'), article.article, article.event];
    const row = [...cells, `${day}-${month}-${year}`, local.slice(11, 19), `"${office.replaceAll('"', '""')}"`].join();
    this.files.put(name, { ...file, rows: [...file.rows, row], written_at });
    return this.articles.put(article.article, missed === null ? article : { ...article, beat: null });
  }

  private spoiled(rows: readonly string[]): readonly string[] {
    let spoiled = [...rows];
    if (this.faults.take('rows_doubled')) spoiled = spoiled.flatMap((row) => [row, row]);
    if (this.faults.take('rows_shuffled'))
      spoiled = spoiled
        .map((row) => ({ row, at: this.faults.random() }))
        .sort((a, b) => a.at - b.at)
        .map(({ row }) => row);
    if (this.faults.take('row_broken')) spoiled.splice(1, 0, 'S-??,"EZ1,,32-13-26');
    return spoiled;
  }
}

const textOf = (rows: readonly string[]): string => [header, ...rows, ''].join('\r\n');

const isWithUs = ({ event }: Article): boolean => event === 'BKD' || event === 'CPF';
