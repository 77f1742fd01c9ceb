export { apiClient, type ApiClient, type ApiDocument, type Operation } from './api-client.js';
export { asOwner, freshDatabase, ownDatabase, type TestDatabase } from './database.js';
export { frozenClock } from './frozen-clock.js';
export { codesOfPdf } from './codes-of-pdf.js';
export { pdfAFaults } from './pdf-a.js';
export { textOfPdf } from './text-of-pdf.js';
export { testApi, TokenTable } from './test-api.js';
export { boot, personActor, type Booted } from './boot.js';
export { standing } from './standing.js';
