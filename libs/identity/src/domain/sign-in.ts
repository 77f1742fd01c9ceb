/** Where a sign-in comes from, as the caller presents itself. */
export interface Client {
  address: string | null;
  userAgent: string;
}

/** What a caller gets for signing in or refreshing. */
export interface IssuedTokens {
  sessionId: string;
  accessToken: string;
  accessExpiresAt: string;
  refreshToken: string;
  /** none: the account has no authenticator app; needed: it has one and its code was not given; proved: it was. */
  secondFactor: 'none' | 'needed' | 'proved';
}

/** Shoppers and makers stay signed in while they come back; officers sign in each working day. */
export const session_days = 30;
export const officer_session_hours = 12;
/** Lifetime of an access token (S-36: at most 15). */
export const access_minutes = 10;
/** A repeat of the same refresh from the same client within this time is the same refresh. @rule S-37 */
export const refresh_grace_s = 10;
