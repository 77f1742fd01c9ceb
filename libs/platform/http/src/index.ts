export { Allow, Answers, Idempotent, Me, Open, Refuses } from './decorators.js';
export { Authenticator, NobodyAuthenticator } from './authenticator.js';
export { configureApi } from './configure-api.js';
export { httpAdapter } from './adapter.js';
export { httpConfig, publicUrl } from './config.js';
export { fail, invalidInput } from './errors.js';
export { sendProblem } from './problem.filter.js';
export type { Problem } from './problem.js';
export type { Answer, RoutePolicy } from './route-policy.js';
