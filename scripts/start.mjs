// npm start: from a fresh clone to a running bazaar with one command. See docs/ARCHITECTURE.md, "Running it".
import { runMain } from './lib/fault.mjs';
import { requireNode } from './lib/node-version.mjs';

requireNode();
// Loaded after the check, so that an old Node says what is wrong instead of a syntax error.
void runMain(() => import('./lib/start-services.mjs').then(({ startServices }) => startServices()));
