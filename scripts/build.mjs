// npm run build: compiles into dist/ what has changed. `npm start` and `npm test` do this by themselves.
import { ensureBuilt } from './lib/build.mjs';
import { runMain } from './lib/fault.mjs';

void runMain(() => ensureBuilt());
