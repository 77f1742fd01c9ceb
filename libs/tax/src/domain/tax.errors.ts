import { domainErrors } from '#platform/kernel';

export const { fail } = domainErrors('tax', {
  tax_document_not_found: {
    status: 404,
    rule: 'R-6.20',
    says: () => 'There is no such paper of yours.',
    next: 'Look it up among the papers of the order.',
  },
  tax_document_forgotten: {
    status: 410,
    rule: 'R-9.20',
    says: (f: { number: string }) => `The names on ${f.number} are kept no longer, and it is not printed.`,
    next: 'Its number and amounts are still read.',
  },
  tax_document_not_printed: {
    status: 409,
    rule: 'R-6.20',
    says: (f: { number: string }) => `${f.number} is being printed.`,
    next: 'Ask again in a few seconds.',
  },
  tax_registration_not_needed: {
    status: 404,
    rule: 'R-6.22',
    says: () => 'No paper of yours waits here for the government’s portal.',
    next: 'Only invoices between registered businesses are registered, of makers above the threshold of turnover.',
  },
  tax_eway_bill_not_needed: {
    status: 404,
    rule: 'R-6.23',
    says: () => 'No paper of yours waits here for an e-way bill.',
    next: 'Only goods above the value of the law need one; look it up among the papers of the order.',
  },
  debit_needs_person: {
    status: 403,
    rule: 'S-28',
    says: () => 'Only a person who is signed in can ask for a debit note or decide of one; a key of a machine cannot.',
    next: 'Sign in as a person.',
  },
  debit_not_of_invoice: {
    status: 422,
    rule: 'R-6.25',
    says: (f: { number: string }) => `${f.number} is no tax invoice: a debit note is of one.`,
    next: 'Look up the invoice among the papers of the order.',
  },
  debit_line_unknown: {
    status: 422,
    rule: 'R-6.25',
    says: (f: { line: number }) => `The invoice has no line ${f.line}.`,
    next: 'Count its lines from 1, as they are printed.',
  },
  debit_line_came_back: {
    status: 422,
    rule: 'R-6.25',
    says: (f: { line: number }) => `All of line ${f.line} came back and was credited: nothing of it is missing.`,
    next: 'Leave the line out.',
  },
  debit_goods_code: {
    status: 422,
    rule: 'R-6.10',
    says: (f: { hsn: string; gstRateKey: string }) =>
      `The goods code ${f.hsn} does not stand under the row ${f.gstRateKey} of the rates.`,
    next: 'Look both up in the list of parameters, under gst.rate.',
  },
  debit_nothing_missing: {
    status: 422,
    rule: 'R-6.25',
    says: (f: { line: number }) => `By this rate and value nothing is missing of line ${f.line}.`,
    next: 'What was charged too much is put right by what comes off an invoice, not by a debit note.',
  },
  debit_asked_already: {
    status: 409,
    rule: 'S-28',
    says: (f: { number: string }) => `A debit note of ${f.number} is asked for already.`,
    next: 'Decide of that one first.',
  },
  debit_request_unknown: {
    status: 404,
    rule: 'S-28',
    says: () => 'Nobody asked for this debit note.',
    next: 'Look at the list of requests.',
  },
  debit_request_settled: {
    status: 409,
    rule: 'S-28',
    says: (f: { state: string }) => `It is decided already: ${f.state}.`,
    next: 'Ask anew where something is still missing.',
  },
  own_debit_request: {
    status: 403,
    rule: 'S-28',
    says: () => 'You asked for it yourself: another person agrees.',
    next: 'Leave it to a colleague of the payments desk.',
  },
  debit_changed_since: {
    status: 409,
    rule: 'R-6.25',
    says: () => 'What is missing changed since it was asked for: goods came back.',
    next: 'Turn it down, and ask anew.',
  },
  seller_turnover_reached: {
    status: 422,
    rule: 'R-6.9',
    says: (f: { sellerIds: string[] }) =>
      `${f.sellerIds.length === 1 ? 'A maker in your cart has' : 'Makers in your cart have'} sold as much this year as may be sold without a GST registration.`,
    next: 'Take her goods out of the cart, or come back when she is registered.',
  },
  seller_not_through_operator: {
    status: 422,
    rule: 'R-6.7',
    says: (f: { sellerIds: string[] }) =>
      `By the law of this day ${f.sellerIds.length === 1 ? 'a maker in your cart' : 'makers in your cart'} may not sell through a platform without a full GST registration.`,
    next: 'Take her goods out of the cart, or come back when she is registered.',
  },
});
