import { Global, Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { NotificationsModule } from '#notifications';
import { Authenticator } from '#platform/http';
import { AdminPeopleController } from '../admin/people.controller.js';
import { GovernmentPostsController } from '../government/posts.controller.js';
import { GovernmentRegistrationsController } from '../government/registrations.controller.js';
import { AccountController } from './account.controller.js';
import { ApiKeysController } from './api-keys.controller.js';
import { DelegationsController } from './delegations.controller.js';
import { IdentityAuthenticator } from './identity.authenticator.js';
import { InvitationsController } from './invitations.controller.js';
import { MessagesController } from './messages.controller.js';
import { UnsubscribeController } from '../public/unsubscribe.controller.js';
import { PersonalDataController } from './personal-data.controller.js';
import { PreferencesController } from './preferences.controller.js';
import { RegistrationsController } from './registrations.controller.js';
import { SessionsController } from './sessions.controller.js';

/** Registration, sign-in, the caller of every request, what they were told, and the administration of people and posts. */
@Global()
@Module({
  imports: [IdentityModule, NotificationsModule],
  controllers: [
    ...[RegistrationsController, SessionsController, AccountController, PersonalDataController, ApiKeysController],
    ...[DelegationsController, GovernmentRegistrationsController, GovernmentPostsController, AdminPeopleController],
    ...[MessagesController, PreferencesController, UnsubscribeController, InvitationsController],
  ],
  providers: [IdentityAuthenticator, { provide: Authenticator, useExisting: IdentityAuthenticator }],
  exports: [Authenticator],
})
export class AuthModule {}
