export { log, NestLog } from './log.js';
export { currentContext, maybeContext, runAsSystem, runInContext, type Context } from './context.js';
export { metrics } from './metrics.js';
export { atScrape, scrape } from './at-scrape.js';
export { callOurs, callOutside, fetchOutside } from './call-outside.js';
export { withOpen } from './transaction-open.js';
export { isTracing, openSpan, traced, traceHeaders, traceParent, type OpenSpan, type SpanOf } from './trace.js';
export { startTracing } from './start-tracing.js';
export { innerConfig, openInnerPort, type InnerPort } from './inner-port.js';
