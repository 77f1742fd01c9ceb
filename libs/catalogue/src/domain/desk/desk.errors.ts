import { domainErrors } from '#platform/kernel';

export const { fail } = domainErrors('catalogue', {
  import_unknown: { status: 404, says: () => 'There is no such import.' },
  too_many_imports: {
    status: 429,
    rule: 'S-52',
    says: (f: { open_max: number }) => `A maker has up to ${f.open_max} sheets under way.`,
    next: 'Write or cancel one of them first.',
  },
  import_has_faults: {
    status: 409,
    rule: 'S-60',
    says: (f: { wrong: number; good: number }) => `${f.wrong} goods of the sheet are wrong, ${f.good} are right.`,
    next: 'Put them right and upload the sheet again, or ask that the right ones go in (partial).',
  },
  rows_wrong: {
    status: 422,
    rule: 'S-60',
    says: (f: { wrong: number; rows: number; first: readonly object[] }) =>
      `${f.wrong} of ${f.rows} rows are wrong; none was done.`,
    next: 'Put them right, or ask that the right ones go in (partial).',
  },
  archive_unreadable: {
    status: 422,
    rule: 'S-58',
    says: (f: { why: string }) => `The archive cannot be read: ${f.why}.`,
    next: 'Pack up to 300 pictures into a plain ZIP file without a password.',
  },
  export_too_long: {
    status: 422,
    rule: 'S-52',
    says: (f: { rows: number; rows_max: number }) =>
      `Your goods fill ${f.rows} rows; a workbook we write holds ${f.rows_max}.`,
    next: 'Ask for CSV: it may be of any length.',
  },
});
