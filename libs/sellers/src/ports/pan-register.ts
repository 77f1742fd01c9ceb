export type PanAnswer =
  | { found: false }
  | {
      found: true;
      status: 'valid' | 'inactive';
      /** Whether the name that was asked about is the holder's; null when the register does not say. */
      nameFits: boolean | null;
    };

/** The income-tax department's register of PANs: it tells no names, only whether one fits. @rule */
export abstract class PanRegister {
  /** @throws RegisterUnreachable when it cannot be asked now */
  abstract find(pan: string, name: string): Promise<PanAnswer>;
}
