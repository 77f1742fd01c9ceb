import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { addToPolicy } from '../route-policy.js';
import { Precondition } from './etag.js';

const read = createParamDecorator((_data: unknown, context: ExecutionContext): Precondition =>
  Precondition.read(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

/** The version the caller has seen, required: `@IfMatch() seen: Precondition`, then `seen.check(row.version)`. @rule STD-1.3 */
export const IfMatch = (): ParameterDecorator => (target, name, index) => {
  addToPolicy(target, name!, { ifMatch: true });
  read()(target, name, index);
};
