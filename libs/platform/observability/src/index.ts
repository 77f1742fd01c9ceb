export { log, NestLog } from './log.js';
export { currentContext, maybeContext, runAsSystem, runInContext, type Context } from './context.js';
