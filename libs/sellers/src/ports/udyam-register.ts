export interface UdyamFacts {
  name: string;
  status: 'active' | 'cancelled';
  activity: 'manufacturing' | 'services' | 'trading';
  /** In plant and machinery, as last filed. */
  investment_paise: bigint;
  /** Of the last year, exports left out, as last filed. */
  turnover_paise: bigint;
  womenOwned: boolean;
  socialCategory: 'general' | 'obc' | 'sc' | 'st';
  linkedMobileEnding: string;
}
export type UdyamAnswer = { found: false } | ({ found: true } & UdyamFacts);

/** The register of micro, small and medium enterprises. @rule */
export abstract class UdyamRegister {
  /** @param name  whose registration it should be @throws RegisterUnreachable when it cannot be asked now */
  abstract find(number: string, name: string): Promise<UdyamAnswer>;
}
