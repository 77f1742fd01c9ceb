/** What an outside identity provider vouched for. */
export interface OutsideIdentity {
  /** Row of the provider, e.g. the government's single sign-on. */
  providerId: string;
  /** The provider's own name for the person, stable and never shown. */
  subject: string;
  /** Verified by the provider; for officers the official mailbox. */
  email: string | null;
  mobile: string | null;
  name: string | null;
  /** When and how strongly the person was authenticated there: `auth_time`, `acr`. */
  authenticatedAt: Date;
  strength: string | null;
}

/**
 * Signing in with somebody else's account (OpenID Connect: authorization code with PKCE). Providers are to be rows; no
 * adapter exists yet. Whoever comes this way is still linked to a person here, and officers still to a post. (STD-8.1)
 */
export abstract class SignInProvider {
  /** Where to send the browser, and what to remember until it comes back. */
  abstract begin(redirectTo: string): Promise<{ url: string; state: string; nonce: string; verifier: string }>;
  /** Trades the answer for an identity. @throws when state, nonce, issuer, audience, signature or expiry do not hold */
  abstract finish(answer: { code: string; state: string; nonce: string; verifier: string }): Promise<OutsideIdentity>;
}
