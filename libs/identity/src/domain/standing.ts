import { isRole, type Role } from './permissions.js';

interface HeldGrant {
  organisationId: string;
  role: string;
  postId: string | null;
}

/** What the caller asked to act as; null where they left the choice to us. */
export interface Wish {
  organisationId: string | null;
  postId: string | null;
}

export interface Standing {
  organisationId: string | null;
  postId: string | null;
  roles: Role[];
}

/**
 * As what a person acts: for the organisation (and post) asked for, else for the one joined first. From a post only the
 * roles of that post count, and those given without one: posts own transactions, not persons.
 * @param grants  active grants, those of the organisation joined first standing first
 * @returns null when the person does not act for what was asked for
 * @rule S-42
 */
export function chooseStanding(grants: readonly HeldGrant[], wish: Wish): Standing | null {
  const byPost = wish.postId === null ? undefined : grants.find((grant) => grant.postId === wish.postId);
  if (wish.postId !== null && byPost === undefined) return null;
  const organisationId = wish.organisationId ?? byPost?.organisationId ?? grants[0]?.organisationId ?? null;
  const here = grants.filter((grant) => grant.organisationId === organisationId);
  if (wish.organisationId !== null && here.length === 0) return null;
  const postId = wish.postId ?? here.find((grant) => grant.postId !== null)?.postId ?? null;
  if (postId !== null && !here.some((grant) => grant.postId === postId)) return null;
  const roles = here.filter((grant) => grant.postId === null || grant.postId === postId).map((grant) => grant.role);
  return { organisationId, postId, roles: [...new Set(roles)].filter(isRole) };
}
