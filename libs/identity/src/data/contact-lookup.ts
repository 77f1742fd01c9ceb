import type { ServiceKeys } from '#platform/crypto';
import type { Contact } from '../domain/contact.js';

/** How a person is found by mobile or e-mail without either being readable in the table. @rule S-63 */
export const contactLookup = (keys: ServiceKeys, contact: Contact): Buffer =>
  keys.hmac('lookup', contact.kind, contact.value);
