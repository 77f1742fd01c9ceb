import { Global, Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { NotificationsModule } from '#notifications';
import { Authenticator } from '#platform/http';
import { AccountController } from './account.controller.js';
import { IdentityAuthenticator } from './identity.authenticator.js';
import { MessagesController } from './messages.controller.js';
import { RegistrationsController } from './registrations.controller.js';
import { SessionsController } from './sessions.controller.js';

/** Registration, sign-in, the caller of every request, and what she was told. */
@Global()
@Module({
  imports: [IdentityModule, NotificationsModule],
  controllers: [RegistrationsController, SessionsController, AccountController, MessagesController],
  providers: [IdentityAuthenticator, { provide: Authenticator, useExisting: IdentityAuthenticator }],
  exports: [Authenticator],
})
export class AuthModule {}
