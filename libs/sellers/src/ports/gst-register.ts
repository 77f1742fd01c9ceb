export type GstAnswer =
  | { found: false }
  | {
      found: true;
      legalName: string;
      status: 'active' | 'suspended' | 'cancelled';
      scheme: 'regular' | 'composition';
    };

/** The public register of GST registrations. */
export abstract class GstRegister {
  /** @throws RegisterUnreachable when it cannot be asked now */
  abstract find(gstin: string): Promise<GstAnswer>;
}
