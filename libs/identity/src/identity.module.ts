import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { environment } from '#platform/config';
import { CryptoModule } from '#platform/crypto';
import { AccessTokens } from './adapters/access-tokens.js';
import { MemoryCodeSender } from './adapters/memory-code-sender.js';
import { OutboxFolderCodeSender } from './adapters/outbox-folder-code-sender.js';
import { Passwords } from './adapters/passwords.js';
import { Challenges } from './data/challenges.repository.js';
import { CredentialEntity, RecoveryCodeEntity, SecondFactorEntity } from './data/credential.entity.js';
import { Devices } from './data/devices.repository.js';
import { Guesses } from './data/guesses.repository.js';
import { MembershipEntity, OrganisationEntity, PostEntity, RoleGrantEntity } from './data/organisation.entity.js';
import { OrganisationsQuery } from './data/organisations.query.js';
import { PersonEntity } from './data/person.entity.js';
import { PersonsQuery } from './data/persons.query.js';
import { Persons } from './data/persons.repository.js';
import { RecipientsQuery } from './data/recipients.query.js';
import { ConsentEntity, RegistrationEntity } from './data/registration.entity.js';
import { RoleGrants } from './data/role-grants.repository.js';
import { SecondFactors } from './data/second-factors.repository.js';
import {
  ChallengeEntity,
  DeviceEntity,
  GuessEntity,
  RefreshTokenEntity,
  SessionEntity,
} from './data/session.entity.js';
import { SessionFacts } from './data/session-facts.query.js';
import { Sessions } from './data/sessions.repository.js';
import { CodeSender } from './ports/code-sender.js';
import { AskCode } from './use-cases/ask-code.js';
import { ChangePassword } from './use-cases/change-password.js';
import { CreateOrganisation } from './use-cases/create-organisation.js';
import { EndSession } from './use-cases/end-session.js';
import { GrantRole } from './use-cases/grant-role.js';
import { IdentifyCaller } from './use-cases/identify-caller.js';
import { MakeDemoAccount } from './use-cases/make-demo-account.js';
import { OpenSession } from './use-cases/open-session.js';
import { ProveSecondFactor } from './use-cases/prove-second-factor.js';
import { RefreshSession } from './use-cases/refresh-session.js';
import { RegisterPerson } from './use-cases/register-person.js';
import { SeedPlatform } from './use-cases/seed-platform.js';
import { SendCode } from './use-cases/send-code.js';

const verbs = [
  AskCode,
  ChangePassword,
  CreateOrganisation,
  EndSession,
  GrantRole,
  IdentifyCaller,
  MakeDemoAccount,
  OpenSession,
  ProveSecondFactor,
  RefreshSession,
  RegisterPerson,
  SeedPlatform,
  SendCode,
];

@Module({
  imports: [
    CryptoModule,
    TypeOrmModule.forFeature([
      PersonEntity,
      CredentialEntity,
      SecondFactorEntity,
      RecoveryCodeEntity,
      RegistrationEntity,
      ConsentEntity,
      OrganisationEntity,
      MembershipEntity,
      PostEntity,
      RoleGrantEntity,
      SessionEntity,
      RefreshTokenEntity,
      ChallengeEntity,
      DeviceEntity,
      GuessEntity,
    ]),
  ],
  providers: [
    ...verbs,
    AccessTokens,
    Passwords,
    Challenges,
    Devices,
    Guesses,
    Persons,
    RoleGrants,
    SecondFactors,
    SessionFacts,
    Sessions,
    OrganisationsQuery,
    PersonsQuery,
    RecipientsQuery,
    {
      provide: CodeSender,
      useFactory: () => (environment().NODE_ENV === 'test' ? new MemoryCodeSender() : new OutboxFolderCodeSender()),
    },
  ],
  exports: [...verbs, OrganisationsQuery, PersonsQuery, RecipientsQuery, CodeSender],
})
export class IdentityModule {}
