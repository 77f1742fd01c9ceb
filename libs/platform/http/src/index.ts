export {
  Allow,
  Answers,
  Deprecated,
  Does,
  Idempotent,
  Limited,
  Me,
  Open,
  Refuses,
  GuestsToo,
  StepUp,
  Takes,
} from './decorators.js';
export { Of, OfNobody, pathObjectOf } from './path-objects.js';
export { Authenticator, NobodyAuthenticator } from './authenticator.js';
export { configureApi } from './configure-api.js';
export {
  accepted,
  Accepted,
  created,
  Created,
  Public,
  PublicFile,
  publicFile,
  publicly,
  PublicStream,
  publicStream,
  Versioned,
  withEtag,
} from './answers/envelopes.js';
export { IfMatch, IfMatchIfSent } from './answers/if-match.js';
export { Precondition } from './answers/etag.js';
export { Page, pageOf, pageQuery, type PageQuery } from './answers/page.js';
export { keyset, Pages, type PageRequest } from './answers/pages.js';
export { ApiDescription } from './openapi/api-description.js';
export type { Route } from './routes.js';
export { queryBoolean, queryInteger, queryList } from './query-values.js';
export { contentDigest } from './content-digest.js';
export { problemSchema } from './problem.schema.js';
export { prefersHtml } from './prefers-html.js';
export { EventStream, EventStreams, eventStreamType, type StreamedEvent } from './streams/event-streams.js';
export { Draining } from './edge/draining.js';
export { pageHeaders } from './edge/response-headers.js';
export { operation_errors_max, Operations, type OperationRow, type RowError } from './operations/operations.js';
export { acceptedOperation, prefersAsync } from './operations/prefers-async.js';
export { HttpModule } from './http.module.js';
export { KeptRowsModule } from './kept-rows.module.js';
export { IdempotencyAnswers } from './idempotency/answers.js';
export { httpMigrations } from './migrations/index.js';
export { httpAdapter } from './adapter.js';
export { httpConfig, publicUrl } from './config.js';
export { fail, invalidInput } from './errors.js';
export { sendProblem } from './problem.filter.js';
export type { Problem } from './problem.js';
export type { Answer, RoutePolicy } from './route-policy.js';
