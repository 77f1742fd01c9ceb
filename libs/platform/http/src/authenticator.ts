import type { FastifyRequest } from 'fastify';
import { anonymousActor, type Actor } from '#platform/kernel';

/** Finds out who sends a request. libs/identity implements it; the gate asks it before the body is read. */
export abstract class Authenticator {
  /** Refusal codes it may throw besides `unauthenticated`, for the description. */
  readonly refusals: readonly string[] = [];
  /** Request headers it reads besides Authorization, and what each is for. */
  readonly reads: Readonly<Record<string, string>> = {};

  /** The same where guests are let in. */
  readonly guestRefusals: readonly string[] = [];
  /** The header by which a guest shows herself. Looked at only where guests are let in and nobody signs in. */
  readonly guestHeader: string | null = null;

  /**
   * The sender; `anonymousActor` when no credential is sent.
   * @throws unauthenticated (401) when one is sent and is not good
   */
  abstract authenticate(request: FastifyRequest): Promise<Actor>;
}

/** Knows nobody: for an application without accounts. */
export class NobodyAuthenticator extends Authenticator {
  async authenticate(): Promise<Actor> {
    return anonymousActor;
  }
}
