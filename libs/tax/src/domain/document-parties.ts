import { z } from 'zod';
import { namedId } from '#platform/kernel';

/** From whom and whence goods of a document come. */
export const supplier = z.object({ name: z.string(), line: z.string(), place: z.string(), pincode: z.string() });
export type Supplier = z.infer<typeof supplier>;

/** To whom and whither they go, as the law wants it on a paper. @rule */
export const recipient = z.object({ name: z.string(), street: z.string(), pincode: z.string() });
export type Recipient = z.infer<typeof recipient>;

/** So long the law keeps papers, counted from the end of their financial year. @rule */
export const papers_years = 8;

/**
 * Under whose key the two are sealed: that of the papers of an issuer and a year, which goes when the law no longer wants them,
 * and not with the shopper or the maker.
 * @param financialYear  `2026-27`
 * @rule S-66
 */
export const paperKeyOf = (issuer: string, financialYear: string): string => namedId('papers', issuer, financialYear);

/** Where the two are sealed (S-63). */
export const supplierOf = (documentId: string) => ({ table: 'tax.document', column: 'supplier', row: documentId });
export const recipientOf = (documentId: string) => ({ table: 'tax.document', column: 'recipient', row: documentId });
