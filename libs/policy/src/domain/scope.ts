import { assert } from '#platform/kernel';

/** Whom a row binds. A narrower scope beats a wider one; everybody else follows GLOBAL. */
export type Scope = 'GLOBAL' | BuyerClass | `ORG:${string}`;

/** The kinds of public buyers that may have ceilings of their own; a State is named by its two letters. */
export type BuyerClass = 'CENTRAL' | 'CPSE' | 'AUTONOMOUS' | 'SCIENTIFIC' | StateScope;

/** A State or Union Territory by its two letters, `STATE:UP`. */
export type StateScope = `STATE:${string}`;

/** Who asks. `state` serves rules that follow a seller's or a maker's State rather than a buyer. */
export interface Audience {
  buyerOrg?: string;
  buyerClass?: BuyerClass;
  state?: StateScope;
}

const SCOPE_FORM =
  /^(GLOBAL|CENTRAL|CPSE|AUTONOMOUS|SCIENTIFIC|STATE:[A-Z]{2}|ORG:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The scope of a State by its ISO 3166-2 code: `IN-UP` → `STATE:UP`. */
export function stateScope(stateCode: string): StateScope {
  assert(/^IN-[A-Z]{2}$/.test(stateCode), 'a State is named by its ISO 3166-2 code');
  return `STATE:${stateCode.slice(3)}`;
}

/** True when the text names a scope in the one spelling the table accepts. */
export function isScope(text: string): text is Scope {
  return SCOPE_FORM.test(text);
}

/**
 * The scopes that may answer, most specific first.
 * @rule
 */
export function scopesOf(audience: Audience): Scope[] {
  const scopes: Scope[] = [];
  if (audience.buyerOrg !== undefined) scopes.push(`ORG:${audience.buyerOrg}`);
  if (audience.buyerClass !== undefined) scopes.push(audience.buyerClass);
  if (audience.state !== undefined && audience.state !== audience.buyerClass) scopes.push(audience.state);
  scopes.push('GLOBAL');
  return scopes;
}
