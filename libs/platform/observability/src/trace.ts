import {
  context,
  isSpanContextValid,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context as TraceContext,
  type Span,
} from '@opentelemetry/api';

/** Names of what spans stand for; the kind says on which side of a wire they are. */
const kinds = { request: SpanKind.SERVER, job: SpanKind.CONSUMER, outside: SpanKind.CLIENT, inside: SpanKind.INTERNAL };
export type SpanOf = keyof typeof kinds;

let isOn = false;

/** Told by `startTracing`; without it every function here is a plain call. */
export function switchTracing(on: boolean): void {
  isOn = on;
}

export const isTracing = (): boolean => isOn;

/** Something that begins in one hook and ends in another: a request. */
export interface OpenSpan {
  /** Runs within the span, so that what it does becomes its children. */
  within<T>(work: () => T): T;
  end(attributes: Attributes, failed: boolean): void;
}

/**
 * Begins a span; the caller ends it.
 * @param parent  the sender's W3C `traceparent`, if any; how many are sampled is a setting of the SDK
 */
export function openSpan(of: SpanOf, name: string, attributes: Attributes, parent?: string): OpenSpan {
  const from = parent === undefined ? context.active() : contextOf(parent);
  const span = tracer().startSpan(name, { kind: kinds[of], attributes }, from);
  const here = trace.setSpan(from, span);
  return {
    within: (work) => context.with(here, work),
    end: (more, failed) => close(span.setAttributes(more), failed ? 'failed' : null),
  };
}

/** Does work as one span. Attributes are ids and names of ours, never of persons (S-72). */
export async function traced<T>(
  of: SpanOf,
  name: string,
  attributes: Attributes,
  work: () => Promise<T>,
  parent?: string,
): Promise<T> {
  if (!isOn) return work();
  const from = parent === undefined ? context.active() : contextOf(parent);
  const span = tracer().startSpan(name, { kind: kinds[of], attributes }, from);
  try {
    const result = await context.with(trace.setSpan(from, span), work);
    close(span, null);
    return result;
  } catch (error) {
    // The message may hold a value of a person's; the log has it, masked.
    close(span, error instanceof Error ? error.name : 'failed');
    throw error;
  }
}

/** `traceparent` for whoever is called now; empty when nothing is traced. */
export function traceHeaders(): Record<string, string> {
  const headers: Record<string, string> = {};
  if (isOn) propagation.inject(context.active(), headers);
  return headers;
}

/** `traceparent` as it travels with news and jobs; null when nothing is traced. */
export const traceParent = (): string | null => traceHeaders()['traceparent'] ?? null;

/** For log lines. */
export function traceFields(): { traceId: string; spanId: string } | undefined {
  const span = isOn ? trace.getActiveSpan()?.spanContext() : undefined;
  return span && isSpanContextValid(span) ? { traceId: span.traceId, spanId: span.spanId } : undefined;
}

const tracer = () => trace.getTracer('odop-bazaar');

const contextOf = (traceparent: string): TraceContext => propagation.extract(ROOT_CONTEXT, { traceparent });

function close(span: Span, failure: string | null): void {
  if (failure !== null) span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
  span.end();
}
