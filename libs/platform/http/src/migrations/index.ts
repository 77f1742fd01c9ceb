import { Idempotency1795000001000 } from './1795000001000-idempotency.js';

export const httpMigrations = [Idempotency1795000001000];
