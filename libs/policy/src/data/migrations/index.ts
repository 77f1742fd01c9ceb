import { DatedParameters1795000010000 } from './1795000010000-dated-parameters.js';

export const policyMigrations = [DatedParameters1795000010000];
