import { spokenNumber } from '#platform/identifiers';
import { financialYear } from '#platform/time';

/** The ticket a shopper reads out: `ODB-G-2026-27-7K3M9-QXD4T`. There at once: it needs no counter. @rule */
export const ticketOf = (id: string, at: Date): string => `ODB-G-${financialYear(at)}-${spokenNumber(id)}`;
