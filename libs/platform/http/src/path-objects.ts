import { Injectable, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { UnitOfWork, type Tx } from '#platform/database';
import { DomainError } from '#platform/kernel';
import { runInContext } from '#platform/observability';
import { fail } from './errors.js';
import type { RoutePolicy } from './route-policy.js';

/** How what a path names is looked up as its caller sees it: a 404 is thrown, or null given, when it is not hers. */
export interface PathObject {
  query: Type;
  find: (query: never, tx: Tx, id: string) => Promise<unknown>;
}

const key = 'odop:of';

/**
 * Says how what the path names is found, for a route or for all routes of a controller:
 * `@Of(OrdersQuery, (orders, tx, id) => orders.byId(tx, id))`. A good request never asks, because its use-case does;
 * one whose body does not fit is held against it first, so that another's thing stays as hidden as a missing one.
 * @rule S-42
 */
export const Of =
  <Q>(query: Type<Q>, find: (query: Q, tx: Tx, id: string) => Promise<unknown>): ClassDecorator & MethodDecorator =>
  (target: object, _name?: string | symbol, descriptor?: PropertyDescriptor): void =>
    Reflect.defineMetadata(key, { query, find }, (descriptor?.value ?? target) as object);

/** The path names nobody's thing: a secret its holder was sent, or something of the whole platform. @param why in words, for reviewers */
export const OfNobody =
  (why: string): ClassDecorator & MethodDecorator =>
  (target: object, _name?: string | symbol, descriptor?: PropertyDescriptor): void =>
    Reflect.defineMetadata(key, why, (descriptor?.value ?? target) as object);

/** What a route says with @Of or @OfNobody; undefined when it says nothing. */
export function pathObjectOf({ handler }: RoutePolicy): PathObject | string | undefined {
  if (!handler) return undefined;
  const { prototype } = handler.controller as { prototype: Record<string, object> };
  const own: unknown = Reflect.getMetadata(key, prototype[handler.name]!);
  return (own ?? Reflect.getMetadata(key, handler.controller)) as PathObject | string | undefined;
}

@Injectable()
export class PathObjects {
  constructor(
    private readonly work: UnitOfWork,
    private readonly modules: ModuleRef,
  ) {}

  /** What a caller is told whose change was refused for its body: first of all that there is nothing of hers at this address. @rule S-42 */
  async refusalFor(request: FastifyRequest, refusal: unknown): Promise<unknown> {
    const { context } = request;
    if (!(refusal instanceof DomainError) || refusal.code !== 'invalid_input' || !context?.audited) return refusal;
    const { odop, inputs = [] } = request.routeOptions.config;
    const object = odop && pathObjectOf(odop);
    if (object === undefined || typeof object === 'string') return refusal;
    const named = Object.entries(request.params as Record<string, string>);
    if (named.length === 0) return refusal;
    for (const [name, value] of named) {
      const schema = inputs.find((input) => input.from === 'path' && input.name === name)?.schema;
      if (schema && !schema.safeParse(value).success) return fail('not_found');
    }
    const { query, find } = object;
    const look = (tx: Tx) => find(this.modules.get<never>(query, { strict: false }), tx, named[0]![1]);
    try {
      const found = await runInContext({ ...context, audited: false }, () => this.work.run(look));
      return found === null ? fail('not_found') : refusal;
    } catch (hidden) {
      return hidden instanceof DomainError && hidden.status !== 404 ? refusal : hidden;
    }
  }
}
