import { RouteConfig } from '@nestjs/platform-fastify';
import type { z } from 'zod';

/** An answer a route gives when all is well. */
export interface Answer {
  status: number;
  schema?: z.ZodType;
  description?: string;
}

/** What a route declares about itself; the gate, the description and the tests read it from here. */
export interface RoutePolicy {
  /** 'open' = for everybody; 'self' = any signed-in caller; else the permission needed. Absent: the route does not start. */
  allow?: string;
  /** An open route that does not look at credentials at all, so that a stale one cannot be in its way. */
  ignoresCredentials?: boolean;
  idempotent?: { outside: boolean };
  answers?: readonly Answer[];
  refuses?: readonly string[];
  /** Not an operation: it only says 405. */
  refusal?: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    odop?: RoutePolicy;
  }
}

const key = 'odop:route';

export const policyOf = (handler: object): RoutePolicy | undefined =>
  Reflect.getMetadata(key, handler) as RoutePolicy | undefined;

/** Adds to what a route declares, and hands it to Fastify so that hooks see it before anything of Nest runs. */
export const declare =
  (change: (policy: RoutePolicy) => RoutePolicy): MethodDecorator =>
  (target, name, descriptor) => {
    const handler = descriptor.value as object;
    const policy = change(policyOf(handler) ?? {});
    Reflect.defineMetadata(key, policy, handler);
    RouteConfig({ odop: policy })(target, name, descriptor);
  };
