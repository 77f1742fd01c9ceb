export { namedId, newId } from './ids.js';
export { canonicalJson } from './canonical-json.js';
export { assert } from './assert.js';
export { DomainError, domainErrors, problemCatalogue } from './domain-error.js';
export type { ErrorRow, FieldError, ProblemPage } from './domain-error.js';
export { final, states, type Machine } from './states.js';
export { event, job, knownEvents, type EventOf, type EventType, type JobType } from './event.js';
export { cause, causeText, type Cause } from './cause.js';
export { anonymousActor, partyIds, systemActor, type Actor } from './actor.js';
