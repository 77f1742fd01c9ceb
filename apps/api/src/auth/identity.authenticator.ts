import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { IdentifyCaller } from '#identity';
import { Authenticator, fail, invalidInput } from '#platform/http';
import { anonymousActor, type Actor } from '#platform/kernel';

const bearer = /^Bearer ([\x21-\x7e]{1,4096})$/i;
const id = z.uuid();
const reading = new Set(['GET', 'HEAD']);

/** Reads who sends a request from its headers: the credential, and what or whom it is sent for. */
@Injectable()
export class IdentityAuthenticator extends Authenticator {
  override readonly refusals = [
    'credential_refused',
    'not_your_organisation',
    'delegation_not_found',
    'staff_reads_only',
  ];
  override readonly guestRefusals = ['guest_refused'];
  override readonly guestHeader = 'Cart-Token';
  override readonly reads = {
    'Odop-Organisation': 'the organisation you act for; without it, the one you joined first',
    'Odop-Post': 'the post you act from, for officers with several',
    'Odop-Acting-For': 'the delegation you act under, in assisted mode',
  };

  constructor(private readonly identifyCaller: IdentifyCaller) {
    super();
  }

  async authenticate(request: FastifyRequest): Promise<Actor> {
    const { authorization } = request.headers;
    if (authorization === undefined) return this.guest(request);
    const credential = bearer.exec(authorization)?.[1];
    if (credential === undefined) throw fail('unauthenticated', { why: 'the credential is not a bearer token' });
    return this.identifyCaller.run({
      credential,
      organisationId: idHeader(request, 'odop-organisation'),
      postId: idHeader(request, 'odop-post'),
      delegationId: idHeader(request, 'odop-acting-for'),
      address: request.ip,
      isRead: reading.has(request.method),
    });
  }

  private async guest({ headers }: FastifyRequest): Promise<Actor> {
    const token = headers['cart-token'];
    return typeof token === 'string' ? this.identifyCaller.byGuestToken(token) : anonymousActor;
  }
}

function idHeader(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  if (value === undefined) return null;
  const read = id.safeParse(value);
  if (!read.success) throw invalidInput([{ pointer: `#/${name}`, detail: 'an id, as a header' }]);
  return read.data;
}
