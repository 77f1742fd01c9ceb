import { uuidv7 } from 'uuidv7';

/** A new key: UUID version 7, so that rows made later sort later. Made here, never in the database. */
export const newId = (): string => uuidv7();
