import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CryptoModule } from '#platform/crypto';
import { AccessTokens } from './security/access-tokens.js';
import { Passwords } from './security/passwords.js';
import { ApiKeyEntity, ApiKeySecretEntity } from './data/api-key.entity.js';
import { BuyerRegistrationEntity, ChargeTransferEntity } from './data/buyer-registration.entity.js';
import { Challenges } from './data/challenges.repository.js';
import { CodeMessagesQuery } from './data/code-messages.query.js';
import { CredentialEntity, RecoveryCodeEntity, SecondFactorEntity } from './data/credential.entity.js';
import { DelegateLogQuery } from './data/delegate-log.query.js';
import { DelegationEntity, ErasureRequestEntity, OwnConsentEntity } from './data/delegation.entity.js';
import { DelegationFactsQuery } from './data/delegation-facts.query.js';
import { Devices } from './data/devices.repository.js';
import { Guesses } from './data/guesses.repository.js';
import { GuestEntity } from './data/guest.entity.js';
import { Guests } from './data/guests.repository.js';
import { InvitationEntity } from './data/invitation.entity.js';
import { KeyFactsQuery } from './data/key-facts.query.js';
import { MobileOwners } from './data/mobile-owners.query.js';
import { OfficersQuery } from './data/officers.query.js';
import { MembershipEntity, OrganisationEntity, PostEntity, RoleGrantEntity } from './data/organisation.entity.js';
import { OrganisationsQuery } from './data/organisations.query.js';
import { PeopleForOperators } from './data/people-for-operators.query.js';
import { PeopleQuery } from './data/people.query.js';
import { PersonEntity } from './data/person.entity.js';
import { PersonalDataQuery } from './data/personal-data.query.js';
import { ContactLookupsQuery } from './data/contact-lookups.query.js';
import { PersonsQuery } from './data/persons.query.js';
import { Persons } from './data/persons.repository.js';
import { RecipientsQuery } from './data/recipients.query.js';
import { Posts } from './data/posts.repository.js';
import { ConsentEntity, RegistrationEntity } from './data/registration.entity.js';
import { RoleGrants } from './data/role-grants.repository.js';
import { RoleHoldersQuery } from './data/role-holders.query.js';
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
import { SpeakLanguage } from './use-cases/speak-language.js';
import { AddressCode } from './use-cases/address-code.js';
import { TeamQuery } from './data/team.query.js';
import { AnswerInvitation } from './use-cases/answer-invitation.js';
import { ManageTeam } from './use-cases/manage-team.js';
import { AskCode } from './use-cases/ask-code.js';
import { AssertSeparation } from './use-cases/assert-separation.js';
import { ChangeContact } from './use-cases/change-contact.js';
import { ChangePassword } from './use-cases/change-password.js';
import { CreateOrganisation } from './use-cases/create-organisation.js';
import { Delegate } from './use-cases/delegate.js';
import { EndRole } from './use-cases/end-role.js';
import { EndRolesOf } from './use-cases/end-roles-of.js';
import { EndSession } from './use-cases/end-session.js';
import { ErasePerson } from './use-cases/erase-person.js';
import { GrantAsOperator } from './use-cases/grant-as-operator.js';
import { GrantRole } from './use-cases/grant-role.js';
import { IdentifyCaller } from './use-cases/identify-caller.js';
import { LookAs } from './use-cases/look-as.js';
import { MakeDemoAccount } from './use-cases/make-demo-account.js';
import { MakeDemoOrganisations } from './use-cases/make-demo-organisations.js';
import { ManageApiKeys } from './use-cases/manage-api-keys.js';
import { ManageOffices } from './use-cases/manage-offices.js';
import { OpenGuest } from './use-cases/open-guest.js';
import { ReachGuest } from './use-cases/reach-guest.js';
import { OpenSession } from './use-cases/open-session.js';
import { OwnCode } from './use-cases/own-code.js';
import { ProveSecondFactor } from './use-cases/prove-second-factor.js';
import { PurgeStale } from './use-cases/purge-stale.js';
import { RefreshSession } from './use-cases/refresh-session.js';
import { RegisterBuyerOrganisation } from './use-cases/register-buyer-organisation.js';
import { RegisterPerson } from './use-cases/register-person.js';
import { ResetSecondFactor } from './use-cases/reset-second-factor.js';
import { SeedPlatform } from './use-cases/seed-platform.js';
import { SuspendPerson } from './use-cases/suspend-person.js';
import { TransferCharge } from './use-cases/transfer-charge.js';
import { VerifyBuyerOrganisation } from './use-cases/verify-buyer-organisation.js';

const entities = [
  ...[PersonEntity, CredentialEntity, SecondFactorEntity, RecoveryCodeEntity, RegistrationEntity, ConsentEntity],
  ...[OrganisationEntity, MembershipEntity, PostEntity, RoleGrantEntity, BuyerRegistrationEntity, ChargeTransferEntity],
  ...[SessionEntity, RefreshTokenEntity, ChallengeEntity, DeviceEntity, GuessEntity, ApiKeyEntity, ApiKeySecretEntity],
  ...[DelegationEntity, OwnConsentEntity, ErasureRequestEntity, InvitationEntity, GuestEntity],
];

const verbs = [
  ...[
    RegisterPerson,
    AskCode,
    OpenGuest,
    ReachGuest,
    OpenSession,
    RefreshSession,
    EndSession,
    IdentifyCaller,
    ProveSecondFactor,
  ],
  ...[
    ChangePassword,
    ChangeContact,
    ErasePerson,
    PurgeStale,
    SuspendPerson,
    LookAs,
    ManageApiKeys,
    Delegate,
    OwnCode,
    AddressCode,
    SpeakLanguage,
  ],
  ...[
    CreateOrganisation,
    GrantRole,
    EndRole,
    EndRolesOf,
    AssertSeparation,
    RegisterBuyerOrganisation,
    VerifyBuyerOrganisation,
  ],
  ...[
    ManageTeam,
    AnswerInvitation,
    ManageOffices,
    TransferCharge,
    SeedPlatform,
    MakeDemoAccount,
    MakeDemoOrganisations,
    GrantAsOperator,
    ResetSecondFactor,
  ],
];

const queries = [
  ...[
    OrganisationsQuery,
    PersonsQuery,
    ContactLookupsQuery,
    PeopleQuery,
    PersonalDataQuery,
    DelegateLogQuery,
    RecipientsQuery,
  ],
  ...[RoleHoldersQuery, MobileOwners, CodeMessagesQuery, PeopleForOperators],
];

const inner = [
  ...[AccessTokens, Passwords, Challenges, Devices, Guesses, Persons, Posts, RoleGrants, SecondFactors, Sessions],
  ...[Guests, SessionFacts, KeyFactsQuery, DelegationFactsQuery, OfficersQuery, TeamQuery],
];

@Module({
  imports: [CryptoModule, TypeOrmModule.forFeature(entities)],
  providers: [...verbs, ...queries, ...inner],
  exports: [...verbs, ...queries],
})
export class IdentityModule {}
