import { call, handle } from '#platform/queue';
import {
  CancelEWayBill,
  CancelEWayBillJob,
  MakeEWayBill,
  MakeEWayBillJob,
  PrintCertificate,
  PrintCertificateJob,
  PrintDocument,
  PrintDocumentJob,
  RegisterInvoice,
  RegisterInvoiceJob,
} from '#tax';

export const taxJobs = [
  handle(
    PrintDocumentJob,
    call(PrintDocument, (print, payload) => print.run(payload)),
  ),
  handle(
    PrintCertificateJob,
    call(PrintCertificate, (print, payload) => print.run(payload)),
  ),
  handle(
    RegisterInvoiceJob,
    call(RegisterInvoice, (register, payload) => register.run(payload)),
  ),
  handle(
    MakeEWayBillJob,
    call(MakeEWayBill, (make, payload) => make.run(payload)),
  ),
  handle(
    CancelEWayBillJob,
    call(CancelEWayBill, (cancel, payload) => cancel.run(payload)),
  ),
];
