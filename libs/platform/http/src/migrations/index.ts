import { Idempotency1795000001000 } from './1795000001000-idempotency.js';
import { RateLimits1795000001100 } from './1795000001100-rate-limits.js';
import { Operations1795000001200 } from './1795000001200-operations.js';
import { KeptAnswersAreSealed1795000001300 } from './1795000001300-kept-answers-are-sealed.js';

export const httpMigrations = [
  Idempotency1795000001000,
  RateLimits1795000001100,
  Operations1795000001200,
  KeptAnswersAreSealed1795000001300,
];
