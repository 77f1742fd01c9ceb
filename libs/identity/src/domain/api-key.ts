/** What a key may carry: nothing about money, people or approvals, which need a person. @rule S-39 */
export const keyScopes = ['maker:list', 'maker:orders', 'maker:contracts', 'gov:monitor', 'admin:audit'] as const;
export type KeyScope = (typeof keyScopes)[number];
export const isKeyScope = (scope: string): scope is KeyScope => (keyScopes as readonly string[]).includes(scope);

export interface ReadKey {
  id: string;
  secret: string;
}

const form = /^odb_(live|test|dev)_([0-9a-f]{32})_([0-9a-f]{64})$/;

/** `odb_<env>_<id>_<secret>`: the start is shown in lists, so that a leaked key can be recognised. @rule STD-1.11 */
export const writeKey = (environment: string, id: string, secret: string): string =>
  `odb_${environment}_${id.replaceAll('-', '')}_${secret}`;

/** @returns null when it is no key, or one of another kind of installation */
export function readKey(text: string, environment: string): ReadKey | null {
  const [, tag, hex, secret] = form.exec(text) ?? [];
  if (tag !== environment || hex === undefined || secret === undefined) return null;
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return { id, secret };
}

export const looksLikeKey = (text: string): boolean => text.startsWith('odb_');
