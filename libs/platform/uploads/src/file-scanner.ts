/** Looks for viruses. A file nobody has looked at yet is shown to nobody. */
export abstract class FileScanner {
  /** @throws ScannerSilent when it does not answer: the file waits */
  abstract scan(bytes: Buffer): Promise<'clean' | 'infected'>;
}

/** Worth another try. */
export class ScannerSilent extends Error {
  constructor(why: string) {
    super(`the scanner could not be asked: ${why}`);
    this.name = 'ScannerSilent';
  }
}
