import { z } from 'zod';
import type { Inv01 } from './inv01.js';

/** What the portal's code to scan says. */
export const qrSays = z.object({
  SellerGstin: z.string(),
  BuyerGstin: z.string(),
  DocNo: z.string(),
  DocTyp: z.string(),
  DocDt: z.string(),
  TotInvVal: z.number(),
  ItemCnt: z.int(),
  Irn: z.string(),
});
export type QrSays = z.infer<typeof qrSays>;

/** Whether what the portal signed is of this invoice and of no other under its number. @rule STD-5.1 */
export const isOf = (qr: QrSays, invoice: Inv01): boolean =>
  qr.SellerGstin === invoice.SellerDtls.Gstin &&
  qr.BuyerGstin === invoice.BuyerDtls.Gstin &&
  qr.DocNo.toUpperCase() === invoice.DocDtls.No.toUpperCase() &&
  qr.DocTyp === invoice.DocDtls.Typ &&
  qr.DocDt === invoice.DocDtls.Dt &&
  qr.TotInvVal === invoice.ValDtls.TotInvVal &&
  qr.ItemCnt === invoice.ItemList.length;
