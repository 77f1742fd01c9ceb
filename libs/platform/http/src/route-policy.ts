import { RouteConfig } from '@nestjs/platform-fastify';
import type { z } from 'zod';
import type { LimitName } from './limits/policies.js';

/** An answer a route gives when all is well. */
export interface Answer {
  status: number;
  schema?: z.ZodType;
  description?: string;
  /** When it is not JSON. */
  contentType?: string;
}

/** The end of an operation, announced (STD-1.7). */
export interface Deprecation {
  since: Date;
  /** At least six months after `since`. */
  sunset: Date;
  /** A page that says what to use instead. */
  link: string;
}

/** What a route declares about itself; the gate, the description and the tests read it from here. */
export interface RoutePolicy {
  /** 'open' = for everybody; 'self' = any signed-in caller; else the permission needed. Absent: the route does not start. */
  allow?: string;
  /** Guests are let in too, if they have the permission: shoppers without an account. */
  guests?: boolean;
  /** An open route that does not look at credentials at all, so that a stale one cannot be in its way. */
  ignoresCredentials?: boolean;
  /** The quota it counts in, when not the usual one of its method. */
  limit?: LimitName;
  /** For probes: neither counted nor asked who they are. */
  unlimited?: boolean;
  /** For probes: what it always answers, whoever asks; given before its handler is reached. */
  constant?: object;
  /** Wants a second factor proved within the last 10 minutes. */
  stepUp?: boolean;
  idempotent?: { outside: boolean };
  /** Changes a version the caller must name, or may. */
  ifMatch?: true | 'if sent';
  /** Its body is bytes of one of these types, up to so many; the handler gets them with `@RawBody()`. */
  takes?: { types: readonly string[]; bytes_max: number };
  /** What it does, in one sentence. */
  summary?: string;
  deprecated?: Deprecation;
  answers?: readonly Answer[];
  refuses?: readonly string[];
  /** Where it is written. Absent for what is no operation: a plain 405. */
  handler?: { controller: object; name: string };
}

declare module 'fastify' {
  interface FastifyContextConfig {
    odop?: RoutePolicy;
  }
}

const key = 'odop:route';

export const policyOf = (handler: object): RoutePolicy | undefined =>
  Reflect.getMetadata(key, handler) as RoutePolicy | undefined;

/** Adds to what a route declares; for decorators on its parameters, which Nest applies before those on the method. */
export function addToPolicy(controller: object, name: string | symbol, more: RoutePolicy): RoutePolicy {
  const handler = (controller as Record<string | symbol, object>)[name]!;
  const where = { controller: controller.constructor, name: String(name) };
  const policy = { ...(policyOf(handler) ?? { handler: where }), ...more };
  Reflect.defineMetadata(key, policy, handler);
  return policy;
}

/** Adds to what a route declares, and hands it to Fastify so that hooks see it before anything of Nest runs. */
export const declare =
  (more: (policy: RoutePolicy) => RoutePolicy): MethodDecorator =>
  (target, name, descriptor) => {
    const handler = descriptor.value as object;
    const policy = addToPolicy(target, name, more(policyOf(handler) ?? {}));
    RouteConfig({ odop: policy })(target, name, descriptor);
  };
