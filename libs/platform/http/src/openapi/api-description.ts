import { Injectable } from '@nestjs/common';
import { assert } from '#platform/kernel';
import type { Authenticator } from '../authenticator.js';
import type { Route } from '../routes.js';
import { describeApi } from './describe-api.js';
import type { Json } from './schema-book.js';

/** The routes of this process and their OpenAPI document. */
@Injectable()
export class ApiDescription {
  private known: { routes: readonly Route[]; authenticator: Authenticator } | null = null;
  private made: Json | null = null;

  make(routes: readonly Route[], authenticator: Authenticator): void {
    this.known = { routes, authenticator };
    this.made = null;
  }

  /** Made when it is first asked for: a process nobody asks starts sooner and stays smaller. */
  get document(): Json {
    assert(this.known, 'the description is made when the application has started');
    return (this.made ??= describeApi(this.known.routes, this.known.authenticator));
  }

  get routes(): readonly Route[] {
    assert(this.known, 'the routes are known when the application has started');
    return this.known.routes;
  }
}
