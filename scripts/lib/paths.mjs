import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The folder that holds package.json. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** What a run leaves behind in this clone: database, media, keys, locks. Kept out of git. */
export const dataFolder = join(projectRoot, '.data');
