import { applyDecorators, createParamDecorator, UseInterceptors, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { assert, type Actor } from '#platform/kernel';
import { OneEffectInterceptor } from './idempotency/one-effect.interceptor.js';
import type { LimitName } from './limits/policies.js';
import { declare, type Answer, type RoutePolicy } from './route-policy.js';

/** The route needs this permission; `self` = any signed-in caller. @rule S-40 */
export const Allow = (permission: string): MethodDecorator => declare(() => ({ allow: permission }));

/** Guests are let in too, with what they were given instead of a sign-in. @rule S-40 */
export const GuestsToo = (): MethodDecorator => declare(() => ({ guests: true }));

/**
 * The route is for everybody. A credential that is sent is still checked, and a bad one refused;
 * `ignoresCredentials` is for signing in, where a stale one must not be in the way; `unlimited` and `constant` are for
 * probes. @rule S-40
 */
export const Open = (
  options: Pick<RoutePolicy, 'ignoresCredentials' | 'unlimited' | 'constant'> = {},
): MethodDecorator => declare(() => ({ allow: 'open', ...options }));

/**
 * The route needs an Idempotency-Key and has its effect once for each. With `outside` the handler calls the world
 * beyond our database: the key is claimed before it and the answer kept after it, so the handler must be idempotent
 * by its own rows. @rule STD-1.2
 */
export const Idempotent = (options: { outside?: boolean } = {}): MethodDecorator =>
  applyDecorators(
    declare(() => ({ idempotent: { outside: options.outside ?? false } })),
    UseInterceptors(OneEffectInterceptor),
  );

/** The act wants a second factor proved within the last 10 minutes, or a fresh code of the person's own. @rule S-35 STD-8.2 */
export const StepUp = (): MethodDecorator =>
  declare(({ refuses = [] }) => ({ stepUp: true, refuses: ['second_factor_needed', ...refuses] }));

/** An answer of the route, for the description and the tests that check each answer against it. @rule S-50 */
export const Answers = (
  status: number,
  schema?: z.ZodType,
  options: Pick<Answer, 'description' | 'contentType'> = {},
): MethodDecorator => declare(({ answers = [] }) => ({ answers: [{ status, schema, ...options }, ...answers] }));

/** Refusal codes of the route beyond those every route may give. @rule S-50 */
export const Refuses = (...codes: string[]): MethodDecorator =>
  declare(({ refuses = [] }) => ({ refuses: [...codes, ...refuses] }));

/** The body is not JSON but bytes of one of these types, which the handler takes with `@RawBody()`. @rule S-48 S-58 */
export const Takes = (types: readonly string[], bytes_max: number): MethodDecorator =>
  declare(() => ({ takes: { types, bytes_max } }));

/** The route counts in this quota instead of the usual one of its method. @rule STD-1.6 */
export const Limited = (limit: LimitName): MethodDecorator => declare(() => ({ limit }));

/** What the route does, in one sentence, for the description. */
export const Does = (summary: string): MethodDecorator => declare(() => ({ summary }));

/**
 * The route will go; until then its answers say so. Dates as `YYYY-MM-DD`, at least six months apart. @rule STD-1.7
 * @param link  a page that says what to use instead
 */
export function Deprecated(since: string, sunset: string, link: string): MethodDecorator {
  const deprecated = { since: new Date(since), sunset: new Date(sunset), link };
  const notice_days = (deprecated.sunset.getTime() - deprecated.since.getTime()) / 86_400_000;
  assert(notice_days >= 180, 'an operation is announced to go at least six months before');
  return declare(() => ({ deprecated }));
}

/** Who asks. */
export const Me = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Actor => context.switchToHttp().getRequest<FastifyRequest>().actor,
);
