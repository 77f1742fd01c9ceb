/**
 * Who looks after work that failed at every attempt: a role of those that keep the bazaar (`#identity`). The operator
 * replays it; the owner knows whether it may be, and what was to happen.
 */
export const owners = [
  'platform_operator',
  'payments_officer',
  'grievance_officer',
  'programme_officer',
  'platform_reviewer',
  'platform_auditor',
] as const;
export type Owner = (typeof owners)[number];

/** The terms on which work is done. */
export interface WorkTerms {
  /** `<module>.<name>`. Work that takes long has a queue of its own, so that nothing waits behind it. */
  readonly queue: string;
  /** Of these so many fail before the work is dead. */
  readonly attempts: number;
  /** Before the second attempt; it doubles with each, up and down by half of it at random. */
  readonly backoff_ms: number;
  /** `later`: whatever else waits in its queue goes first. */
  readonly priority: 'now' | 'later';
  /** The dead letter: the row stays in `platform.inbox` until it is replayed, this role looks after it … */
  readonly owner: Owner;
  /** … and this is what to do, in plain words. */
  readonly whenDead: string;
}

/** Most jobs of a queue at once in one worker; a queue without a row has as many as `QUEUE_CONCURRENCY` says. */
export const atOnce: Readonly<Record<string, number>> = {
  // One printer and one painter per worker: more at once only wait in memory.
  'tax.papers': 2,
  'catalogue.pictures': 2,
  // Reads whole reports of the provider, and of the courier.
  'payments.reconcile': 1,
  'orders.reconcile': 1,
  // Two looks at one file would only do its work twice.
  'fulfilment.files': 1,
};

/** Somebody outside is asked: about an hour of attempts. */
const asksOutside = { attempts: 12, backoff_ms: 1_000, priority: 'now' } as const;
/** Our own books and files: some two minutes. */
const ours = { attempts: 8, backoff_ms: 1_000, priority: 'now' } as const;

const money = {
  owner: 'payments_officer',
  whenDead: 'Look it up at the provider by its id. Replaying is safe: the same key is asked again, money moves once.',
} as const;
const rail = {
  owner: 'payments_officer',
  whenDead: 'Ask the paying authority how it stands there, then replay: the same key is asked again.',
} as const;
const courier = {
  owner: 'platform_operator',
  whenDead: 'See why the courier refuses: correct the address or the weight with the maker, then replay.',
} as const;
const file = {
  owner: 'platform_operator',
  whenDead: 'See whether scanner and file store answer, then replay.',
} as const;
const papers = {
  owner: 'platform_operator',
  whenDead: 'See why it cannot be printed: the reason names the paper. Mend it, then replay; its number stays.',
} as const;

/**
 * Every job of the bazaar: in which queue, how often it is tried, what goes before it, and who looks after it when it is
 * dead. A job without a row does not compile (`handle`), a row without a job fails a test.
 * @rule S-14
 */
export const jobTable = {
  'platform.check-audit-day': {
    ...ours,
    queue: 'platform.jobs',
    owner: 'platform_auditor',
    whenDead: 'See docs/runbooks/audit-chain-broken.md before anything is replayed.',
  },
  'identity.send-code': {
    queue: 'identity.jobs',
    attempts: 4,
    backoff_ms: 1_000,
    priority: 'now',
    owner: 'platform_operator',
    whenDead: 'Mend what the provider of messages refuses. The code itself is over: she asks for another.',
  },
  'odop.import-list': {
    ...ours,
    queue: 'odop.jobs',
    priority: 'later',
    owner: 'programme_officer',
    whenDead: 'See what the list says at the row the reason names; import it anew.',
  },
  'odop.scan-evidence-file': { ...asksOutside, ...file, queue: 'odop.jobs' },
  'odop.destroy-evidence-file': { ...asksOutside, ...file, queue: 'odop.jobs', priority: 'later' },
  'catalogue.make-renditions': {
    ...ours,
    queue: 'catalogue.pictures',
    owner: 'platform_operator',
    whenDead: 'Look at the picture: one that cannot be read is taken off and the maker told; otherwise replay.',
  },
  'catalogue.check-import': {
    ...ours,
    queue: 'catalogue.jobs',
    owner: 'platform_reviewer',
    whenDead: 'See which row of the maker’s sheet stops it; tell her, or replay.',
  },
  'catalogue.apply-import': {
    ...ours,
    queue: 'catalogue.jobs',
    owner: 'platform_reviewer',
    whenDead: 'See which row of the maker’s sheet stops it; tell her, or replay.',
  },
  'catalogue.shelve-maker': {
    ...ours,
    queue: 'catalogue.jobs',
    priority: 'later',
    owner: 'platform_operator',
    whenDead: 'Replay: the shelf is drawn anew from her listings. `bazaar shelf` draws all of it.',
  },
  'sellers.check-application': {
    ...ours,
    queue: 'sellers.jobs',
    owner: 'platform_reviewer',
    whenDead: 'See which register does not answer, then replay: the application waits for it.',
  },
  'sellers.check-payout-account': { ...asksOutside, ...money, queue: 'sellers.jobs' },
  'sellers.scan-document': { ...asksOutside, ...file, queue: 'sellers.jobs' },
  'sellers.destroy-document': { ...asksOutside, ...file, queue: 'sellers.jobs', priority: 'later' },
  'tax.print-document': { ...ours, ...papers, queue: 'tax.papers' },
  'tax.print-certificate': { ...ours, ...papers, queue: 'tax.papers', priority: 'later' },
  'tax.register-invoice': {
    ...asksOutside,
    queue: 'tax.jobs',
    owner: 'payments_officer',
    whenDead: 'See whether the invoice portal answers, then replay: it is asked first what it knows, and told once.',
  },
  'tax.make-eway-bill': {
    ...asksOutside,
    queue: 'tax.jobs',
    owner: 'payments_officer',
    whenDead: 'See whether the e-way bill portal answers, then replay: it is asked first what it has made.',
  },
  'tax.cancel-eway-bill': {
    ...asksOutside,
    queue: 'tax.jobs',
    owner: 'payments_officer',
    whenDead: 'See whether the e-way bill portal answers, then replay: one that is cancelled already is no fault.',
  },
  'payments.settle-payment': { ...ours, ...money, queue: 'payments.jobs' },
  'payments.end-payment': { ...asksOutside, ...money, queue: 'payments.jobs' },
  'payments.settle-refund': { ...ours, ...money, queue: 'payments.jobs' },
  'payments.settle-dispute': { ...ours, ...money, queue: 'payments.jobs' },
  'payments.send-refund': { ...asksOutside, ...money, queue: 'payments.jobs' },
  'payments.send-payout': { ...asksOutside, ...money, queue: 'payments.jobs' },
  'payments.follow-payout': { ...ours, ...money, queue: 'payments.jobs' },
  'payments.reconcile': {
    ...ours,
    queue: 'payments.reconcile',
    owner: 'payments_officer',
    whenDead: 'See whether the provider gives its report of that day, then `bazaar reconcile`.',
  },
  'fulfilment.book-courier': { ...asksOutside, ...courier, queue: 'fulfilment.jobs' },
  'fulfilment.choose-slot': { ...asksOutside, ...courier, queue: 'fulfilment.jobs' },
  'fulfilment.change-cash': { ...asksOutside, ...courier, queue: 'fulfilment.jobs' },
  'fulfilment.book-pickup': { ...asksOutside, ...courier, queue: 'fulfilment.jobs' },
  'fulfilment.call-off-courier': { ...asksOutside, ...courier, queue: 'fulfilment.jobs' },
  'fulfilment.call-off-pickup': { ...asksOutside, ...courier, queue: 'fulfilment.jobs' },
  'fulfilment.follow-tracking': { ...ours, ...courier, queue: 'fulfilment.jobs' },
  'fulfilment.read-tracking-files': {
    ...ours,
    queue: 'fulfilment.files',
    owner: 'platform_operator',
    whenDead: 'See whether the post gives its files. The next look reads what this one did not.',
  },
  'fulfilment.scan-delivery-photo': { ...asksOutside, ...file, queue: 'fulfilment.jobs' },
  'fulfilment.destroy-delivery-photo': { ...asksOutside, ...file, queue: 'fulfilment.jobs', priority: 'later' },
  'orders.take-remittances': {
    ...ours,
    queue: 'orders.reconcile',
    owner: 'payments_officer',
    whenDead: 'See whether the courier gives its list of what it has brought, then replay.',
  },
  'orders.scan-return-photo': { ...asksOutside, ...file, queue: 'orders.jobs' },
  'orders.destroy-return-photo': { ...asksOutside, ...file, queue: 'orders.jobs', priority: 'later' },
  'grievances.scan-answer-file': { ...asksOutside, ...file, queue: 'grievances.jobs' },
  'procurement.scan-incident-file': { ...asksOutside, ...file, queue: 'procurement.jobs' },
  'grievances.destroy-answer-file': { ...asksOutside, ...file, queue: 'grievances.jobs', priority: 'later' },
  'procurement.destroy-incident-file': { ...asksOutside, ...file, queue: 'procurement.jobs', priority: 'later' },
  'procurement.block-funds': { ...asksOutside, ...rail, queue: 'procurement.jobs' },
  'procurement.send-bill': { ...asksOutside, ...rail, queue: 'procurement.jobs', attempts: 15 },
  'notifications.send': {
    ...asksOutside,
    queue: 'notifications.jobs',
    owner: 'platform_operator',
    whenDead: 'Mend what the provider refuses (template, header, address), then replay.',
  },
  // A queue of its own: a maker who accepts by a message does not wait behind messages a provider is slow to take (S-81).
  'notifications.answer-reply': {
    ...ours,
    queue: 'notifications.replies',
    owner: 'platform_operator',
    whenDead: 'See what keeps the order from being answered, then replay: a reply is done once.',
  },
} as const satisfies Record<string, WorkTerms>;

export type JobName = keyof typeof jobTable;

/** Half a second, doubling, about four minutes in all: a reaction asks nobody outside. */
const reaction = { attempts: 10, backoff_ms: 500, priority: 'now' } as const;
const followUp = 'The reason says which rule or row stands in the way. Mend it, then replay: it happens once.';

/** The news of each module: who looks after a reaction that is dead. */
const newsTable: Readonly<Record<string, { owner: Owner; whenDead: string }>> = {
  identity: { owner: 'platform_operator', whenDead: followUp },
  odop: { owner: 'programme_officer', whenDead: followUp },
  sellers: { owner: 'platform_reviewer', whenDead: followUp },
  catalogue: { owner: 'platform_reviewer', whenDead: followUp },
  tax: { owner: 'platform_operator', whenDead: followUp },
  payments: { owner: 'payments_officer', whenDead: money.whenDead },
  fulfilment: { owner: 'platform_operator', whenDead: followUp },
  orders: { owner: 'platform_operator', whenDead: followUp },
  procurement: { owner: 'payments_officer', whenDead: followUp },
  grievances: { owner: 'grievance_officer', whenDead: followUp },
  notifications: { owner: 'platform_operator', whenDead: followUp },
};
/** Modules whose news have an owner of their own. */
export const newsModules = Object.keys(newsTable);

const moduleOf = (name: string): string => name.slice(0, name.indexOf('.'));
const isJob = (name: string): name is JobName => Object.hasOwn(jobTable, name);

export const termsOfNews = (event: string): WorkTerms => ({
  ...reaction,
  queue: `${moduleOf(event)}.news`,
  ...(newsTable[moduleOf(event)] ?? { owner: 'platform_operator', whenDead: followUp }),
});

/** @param handler  a job's name, or news and what follows from it, as the inbox has it */
export const termsOf = (handler: string): WorkTerms => (isJob(handler) ? jobTable[handler] : termsOfNews(handler));
