import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { opened } from '../answers/opened.js';
import { OneEffect } from './one-effect.js';

/** Stands around handlers that are `@Idempotent()`: the answer is kept as it goes out, with its headers. @rule STD-1.2 */
@Injectable()
export class OneEffectInterceptor implements NestInterceptor {
  constructor(private readonly oneEffect: OneEffect) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = execution.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const handle = async () => opened(await lastValueFrom(next.handle(), { defaultValue: undefined }), request, reply);
    return from(this.oneEffect.of(request.routeOptions.config.odop!.idempotent!, request, reply, handle));
  }
}
