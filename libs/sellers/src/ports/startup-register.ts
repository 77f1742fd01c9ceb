export type StartupAnswer =
  { found: false } | { found: true; name: string; status: 'recognised' | 'withdrawn'; validTo: string };

/** The register of recognised startups. @rule R-4.29c */
export abstract class StartupRegister {
  /** @param name  whose recognition it should be @throws RegisterUnreachable when it cannot be asked now */
  abstract find(number: string, name: string): Promise<StartupAnswer>;
}
