import { z } from 'zod';

/** From whom and whence goods of a document come. */
export const supplier = z.object({ name: z.string(), line: z.string(), place: z.string(), pincode: z.string() });
export type Supplier = z.infer<typeof supplier>;

/** To whom and whither they go: what the law wants of a shopper without a registration. @rule */
export const recipient = z.object({ name: z.string(), street: z.string(), pincode: z.string() });
export type Recipient = z.infer<typeof recipient>;

/** Where the two are sealed (S-63). */
export const supplierOf = (documentId: string) => ({ table: 'tax.document', column: 'supplier', row: documentId });
export const recipientOf = (documentId: string) => ({ table: 'tax.document', column: 'recipient', row: documentId });
