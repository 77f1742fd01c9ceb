export { OutgoingModule } from './outgoing.module.js';
export { Outgoing, OutgoingRefused, type Wanted } from './outgoing.js';
export { addressFault, isPublicIp } from './address-rules.js';
export type { Road } from './road.js';
