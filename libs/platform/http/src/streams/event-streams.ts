import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { log } from '#platform/observability';
import { Draining } from '../edge/draining.js';
import { fail as failEdge, invalidInput } from '../errors.js';
import { fail } from './errors.js';

export const eventStreamType = 'text/event-stream';

/** Streams of one person in one process, and of everybody. */
const each_max = 5;
const all_max = 2_000;
const retryAfter_s = 15;
/** How long who lost the line waits before it comes back. */
const comeBack_ms = 3_000;

/** Something that is told on a stream. Without a name it only keeps the line open. */
export interface StreamedEvent {
  name?: string;
  /** What the follower sends back as Last-Event-ID when the line breaks; a stream may be read on from there. */
  id?: number;
  data?: unknown;
}

/** What a handler answers with when news follows as it happens. */
export class EventStream {
  constructor(readonly body: Readable | undefined) {}
}

/**
 * Answers that do not end: server-sent events. They are no requests under way (S-80), each follower has a few at most,
 * and they end when the process does: the follower comes back to another one and reads on.
 */
@Injectable()
export class EventStreams {
  private readonly of = new Map<string, number>();
  private open = 0;

  constructor(private readonly draining: Draining) {}

  /**
   * @param follower  whose streams are counted
   * @param mayStay   asked before anything is told: no more is told to who may not hear it any longer
   * @param follow    what is told, from after the last id on (null: from now on), until the follower goes
   * @throws not_a_stream (406) · too_many_streams (429) · unavailable (503) · invalid_input (422) for a Last-Event-ID
   *         we never gave
   * @rule S-17 S-36 S-52
   */
  begin(
    request: FastifyRequest,
    follower: string,
    mayStay: () => Promise<boolean>,
    follow: (after: number | null, gone: AbortSignal) => AsyncIterable<StreamedEvent>,
  ): EventStream {
    if (!request.headers.accept?.includes(eventStreamType)) throw fail('not_a_stream');
    const after = lastEventId(request);
    if (request.method === 'HEAD') return new EventStream(undefined);
    if (this.draining.hasBegun || this.open >= all_max) throw failEdge('unavailable', { retryAfter_s });
    const mine = this.of.get(follower) ?? 0;
    if (mine >= each_max) throw fail('too_many_streams', { most: each_max, retryAfter_s });

    const line = new AbortController();
    this.of.set(follower, mine + 1);
    this.open += 1;
    this.draining.underWay.delete(request.raw);
    this.draining.lines.add(line);
    const body = Readable.from(told(follow(after, line.signal), mayStay, line.signal), { objectMode: false });
    body.once('close', () => {
      line.abort();
      this.draining.lines.delete(line);
      this.open -= 1;
      const left = this.of.get(follower)! - 1;
      if (left === 0) this.of.delete(follower);
      else this.of.set(follower, left);
    });
    // Whoever goes ends the wait for news too, which only hears the signal.
    request.raw.socket.once('close', () => line.abort());
    return new EventStream(body);
  }
}

async function* told(
  events: AsyncIterable<StreamedEvent>,
  mayStay: () => Promise<boolean>,
  gone: AbortSignal,
): AsyncGenerator<Buffer> {
  yield Buffer.from(`retry: ${comeBack_ms}\n\n`);
  try {
    for await (const event of events) {
      if (gone.aborted || !(await mayStay())) return;
      yield Buffer.from(written(event));
    }
  } catch (error) {
    // The answer has begun, so that no problem can be told: the line ends, and the follower comes back.
    log.warn({ err: error }, 'a stream of events ended before its time');
  }
}

function written({ name, id, data }: StreamedEvent): string {
  if (name === undefined) return ': still here\n\n';
  const place = id === undefined ? '' : `id: ${id}\n`;
  return `event: ${name}\n${place}data: ${JSON.stringify(data ?? {})}\n\n`;
}

function lastEventId({ headers }: FastifyRequest): number | null {
  const id = headers['last-event-id'];
  if (id === undefined || id === '') return null;
  if (typeof id !== 'string' || !/^[0-9]{1,9}$/.test(id))
    throw invalidInput([{ pointer: '#/last-event-id', detail: 'the id of an event of this stream, as a header' }]);
  return Number(id);
}
