import { Injectable } from '@nestjs/common';
import { assert } from '#platform/kernel';
import type { Authenticator } from '../authenticator.js';
import type { Route } from '../routes.js';
import { describeApi } from './describe-api.js';
import type { Json } from './schema-book.js';

/** The routes of this process and their OpenAPI document; made once, when all routes are known. */
@Injectable()
export class ApiDescription {
  private made: { routes: readonly Route[]; document: Json } | null = null;

  make(routes: readonly Route[], authenticator: Authenticator): void {
    this.made = { routes, document: describeApi(routes, authenticator) };
  }

  get document(): Json {
    assert(this.made, 'the description is made when the application starts');
    return this.made.document;
  }

  get routes(): readonly Route[] {
    assert(this.made, 'the routes are known when the application has started');
    return this.made.routes;
  }
}
