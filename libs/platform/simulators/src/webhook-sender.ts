import type { FaultSwitch } from './fault-switch.js';
import type { SignWebhook, WebhookEvent } from './webhook-signatures.js';

/** What can happen to a notice on its way. */
export const webhookFaults = [
  /** Never sent; only the event list knows it. */
  'webhook_drop',
  /** Sent `value` (2) times. */
  'webhook_duplicate',
  /** Sent after `delay_ms`. */
  'webhook_delay',
  /** Sent in another order: each waits a random part of `delay_ms` (200), or is shuffled by `deliverPending`. */
  'webhook_shuffle',
  'webhook_bad_signature',
  'webhook_no_signature',
  /** Signed `value` (600) seconds ago. */
  'webhook_stale',
] as const;

export interface Delivery {
  eventId: string;
  attempt: number;
  /** HTTP status, or 0 when nobody answered. */
  status: number;
}

interface Waiting {
  event: WebhookEvent;
  attempt: number;
  timer?: NodeJS.Timeout;
}

export interface WebhookTarget {
  url: string;
  secret: string;
  /** 'at_once' sends and retries by itself; 'when_told' waits for `deliverPending`. */
  when: 'at_once' | 'when_told';
}

/** Pauses before the second, third … attempt. Real providers go on for days; a local one soon gives up. */
const retryPauses_ms = [250, 1_000, 5_000, 15_000, 60_000];

/** Well-formed in both signature schemes, and wrong. */
const notTheSecret = `whsec_${Buffer.from('not the secret').toString('base64')}`;

/** Sends signed notices to one address, as unreliably as told. */
export class WebhookSender {
  private waiting: Waiting[] = [];
  private readonly underway = new Set<Promise<unknown>>();
  private readonly log: Delivery[] = [];
  private target: WebhookTarget | null = null;

  constructor(
    private readonly faults: FaultSwitch,
    private readonly sign: SignWebhook,
    /** Last change before signing, e.g. another account's name in it. */
    private readonly alter: (body: string) => string = (body) => body,
  ) {}

  aimAt(target: WebhookTarget | null): void {
    this.target = target;
  }

  queue(event: WebhookEvent): void {
    if (this.target === null || this.faults.take('webhook_drop') !== null) return;
    const copies = this.faults.take('webhook_duplicate');
    for (let i = 0; i < (copies === null ? 1 : (copies.value ?? 2)); i += 1) this.enqueue({ event, attempt: 1 }, 0);
  }

  /** Sends everything that waits, retries included, one after the other. Resolves when each has been tried once. */
  async deliverPending(): Promise<Delivery[]> {
    await this.settled();
    const batch = this.waiting;
    this.waiting = [];
    for (const item of batch) clearTimeout(item.timer);
    const from = this.log.length;
    const ordered = this.faults.take('webhook_shuffle') === null ? batch : shuffled(batch, this.faults.random);
    for (const item of ordered) await this.attempt(item);
    return this.log.slice(from);
  }

  /** Resolves when no delivery is on its way. */
  async settled(): Promise<void> {
    while (this.underway.size > 0) await Promise.allSettled(this.underway);
  }

  pending(): readonly string[] {
    return this.waiting.map((item) => item.event.id);
  }

  deliveries(): readonly Delivery[] {
    return this.log;
  }

  async stop(): Promise<void> {
    this.target = null;
    for (const item of this.waiting) clearTimeout(item.timer);
    this.waiting = [];
    await this.settled();
  }

  private enqueue(item: Waiting, pause_ms: number): void {
    this.waiting.push(item);
    if (this.target?.when !== 'at_once') return;
    const delay = this.faults.take('webhook_delay');
    const shuffle = delay === null ? this.faults.take('webhook_shuffle') : null;
    const extra_ms = delay?.delay_ms ?? (shuffle === null ? 0 : this.faults.random() * (shuffle.delay_ms ?? 200));
    item.timer = setTimeout(() => this.sendLater(item), pause_ms + extra_ms).unref();
  }

  private sendLater(item: Waiting): void {
    this.waiting = this.waiting.filter((other) => other !== item);
    const sending = this.attempt(item).finally(() => this.underway.delete(sending));
    this.underway.add(sending);
  }

  private async attempt(item: Waiting): Promise<void> {
    if (this.target === null) return;
    const body = this.alter(item.event.body);
    const status = await post(this.target.url, body, this.headers({ ...item.event, body }, this.target.secret));
    this.log.push({ eventId: item.event.id, attempt: item.attempt, status });
    const pause_ms = retryPauses_ms[item.attempt - 1];
    if ((status < 200 || status > 299) && pause_ms !== undefined) {
      this.enqueue({ event: item.event, attempt: item.attempt + 1 }, pause_ms);
    }
  }

  /** At most one thing is wrong with one attempt. */
  private headers(event: WebhookEvent, secret: string): Record<string, string> {
    const now_s = Math.floor(Date.now() / 1_000);
    if (this.faults.take('webhook_no_signature') !== null) return {};
    if (this.faults.take('webhook_bad_signature') !== null) return this.sign(event, notTheSecret, now_s);
    const stale = this.faults.take('webhook_stale');
    return this.sign(event, secret, stale === null ? now_s : now_s - (stale.value ?? 600));
  }
}

async function post(url: string, body: string, headers: Record<string, string>): Promise<number> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const deck = [...items];
  for (let i = deck.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [deck[i], deck[j]] = [deck[j]!, deck[i]!];
  }
  return deck;
}
