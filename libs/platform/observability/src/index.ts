export { log, NestLog } from './log.js';
export { currentContext, maybeContext, runAsSystem, runInContext, type Context } from './context.js';
export { metrics } from './metrics.js';
export { innerConfig, openInnerPort, type InnerPort } from './inner-port.js';
