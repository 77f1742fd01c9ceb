/** Who acts. Built by the HTTP guard from a token or key, or by `systemActor` for jobs and clocks. */
export interface Actor {
  /** `guest`: a shopper without an account, known by what she was given when she began. */
  kind: 'anonymous' | 'guest' | 'person' | 'machine' | 'system';
  /** The person; of a guest the guest's own id; for an API key the person who made it; null for anonymous and system. */
  personId: string | null;
  /** The organisation acted for, if any. */
  organisationId: string | null;
  /** The government post acted from, if any: posts own transactions, not persons. */
  postId: string | null;
  roles: readonly string[];
  permissions: ReadonlySet<string>;
  /** Held, but given only once the second factor is proved in this sign-in (S-35). */
  lockedPermissions?: ReadonlySet<string>;
  sessionId: string | null;
  /** When the second factor, or a fresh code of the person's own, was last proved in this sign-in; null = never. */
  secondFactorAt: Date | null;
  /** Assisted mode: the delegate who acts for `personId`. */
  delegateId: string | null;
  /** What to write in logs and job rows: a job name, a route. */
  label: string;
}

const nobody = {
  personId: null,
  organisationId: null,
  postId: null,
  roles: [],
  permissions: new Set<string>(),
  sessionId: null,
  secondFactorAt: null,
  delegateId: null,
} as const;

/** Jobs, clocks and the command line: sees every row, holds no permission of a person. */
export const systemActor = (label: string): Actor => ({ ...nobody, kind: 'system', label });

export const anonymousActor: Actor = { ...nobody, kind: 'anonymous', label: 'anonymous' };

/** The ids whose private rows this actor may see: herself and the organisation she acts for (row-level security, S-43). */
export const partyIds = (actor: Actor): string[] =>
  [actor.personId, actor.organisationId].filter((id): id is string => id !== null);
