import { spokenNumber } from '#platform/identifiers';
import { financialYear } from '#platform/time';

/** The number a person reads out: `ODB-R-2026-27-7K3M9-QXD4T`. */
export const orderNumber = (id: string, at: Date): string => `ODB-R-${financialYear(at)}-${spokenNumber(id)}`;
