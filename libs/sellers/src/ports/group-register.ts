export type GroupAnswer =
  { found: false } | { found: true; name: string; federation: string; status: 'active' | 'closed'; members: number };

/** What the federations of Self Help Groups know of their groups. @rule R-4.29e */
export abstract class GroupRegister {
  /** @param name  which group it should be @throws RegisterUnreachable when it cannot be asked now */
  abstract find(code: string, name: string): Promise<GroupAnswer>;
}
