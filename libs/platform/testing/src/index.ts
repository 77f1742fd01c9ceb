export { asOwner, freshDatabase, type TestDatabase } from './database.js';
export { boot, personActor, type Booted } from './boot.js';
