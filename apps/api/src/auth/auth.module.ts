import { Global, Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { Authenticator } from '#platform/http';
import { AccountController } from './account.controller.js';
import { IdentityAuthenticator } from './identity.authenticator.js';
import { RegistrationsController } from './registrations.controller.js';
import { SessionsController } from './sessions.controller.js';

/** Registration, sign-in and the caller of every request. */
@Global()
@Module({
  imports: [IdentityModule],
  controllers: [RegistrationsController, SessionsController, AccountController],
  providers: [IdentityAuthenticator, { provide: Authenticator, useExisting: IdentityAuthenticator }],
  exports: [Authenticator],
})
export class AuthModule {}
