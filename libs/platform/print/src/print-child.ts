// A process of its own that draws papers for a print house: it has no database, no keys and no secrets, and is replaced
// after so many papers. It ends with the process that made it.
import { labelPdf, type PrintedLabel } from './label.js';
import { paperPdf, type PrintedPaper } from './paper.js';

export interface Asked {
  n: number;
  paper: PrintedPaper | PrintedLabel;
}
export type Answered = { n: number; pdf: Uint8Array } | { n: number; fault: string };

process.on('disconnect', () => process.exit(0));
process.on('message', ({ n, paper }: Asked) => {
  const answer = (what: Answered): void => void process.send!(what);
  ('kind' in paper ? labelPdf(paper) : paperPdf(paper)).then(
    (pdf) => answer({ n, pdf }),
    (fault: unknown) => answer({ n, fault: fault instanceof Error ? fault.message : 'no paper' }),
  );
});
