import { PeopleSignInsAndOrganisations1795000020000 } from './data/migrations/1795000020000-people-sign-ins-and-organisations.js';
import { OfficersKeysAndDelegates1795000021000 } from './data/migrations/1795000021000-officers-keys-and-delegates.js';
import { PeopleAreInvitedIntoATeam1795000026000 } from './data/migrations/1795000026000-people-are-invited-into-a-team.js';
import { WhatIsOverIsFoundByItsAge1795000023000 } from './data/migrations/1795000023000-what-is-over-is-found-by-its-age.js';
import { CentresAreOrganisations1795000122400 } from './data/migrations/1795000122400-centres-are-organisations.js';
import { GuestsShopWithoutAnAccount1795000027000 } from './data/migrations/1795000027000-guests-shop-without-an-account.js';

export { IdentityModule } from './identity.module.js';
export { RegisterPerson, type Registration } from './use-cases/register-person.js';
export { AskCode } from './use-cases/ask-code.js';
export { OpenGuest } from './use-cases/open-guest.js';
export type { GuestContact } from './data/guests.repository.js';
export { ReachGuest } from './use-cases/reach-guest.js';
export { OpenSession, type SignedIn } from './use-cases/open-session.js';
export { RefreshSession } from './use-cases/refresh-session.js';
export { EndSession } from './use-cases/end-session.js';
export { ChangePassword } from './use-cases/change-password.js';
export { ChangeContact } from './use-cases/change-contact.js';
export { ProveSecondFactor } from './use-cases/prove-second-factor.js';
export { IdentifyCaller, type Presented } from './use-cases/identify-caller.js';
export { ErasePerson } from './use-cases/erase-person.js';
export { PurgeStale } from './use-cases/purge-stale.js';
export { SuspendPerson } from './use-cases/suspend-person.js';
export { LookAs } from './use-cases/look-as.js';
export { ManageApiKeys, type ApiKeyView, type NewKey } from './use-cases/manage-api-keys.js';
export { Delegate, type DelegationView, type WantedDelegation } from './use-cases/delegate.js';
export { SpeakLanguage } from './use-cases/speak-language.js';
export { AddressCode } from './use-cases/address-code.js';
export { OwnCode, type MoneyAct } from './use-cases/own-code.js';
export { SeedPlatform } from './use-cases/seed-platform.js';
export { MakeDemoOrganisations, type DemoOrganisation } from './use-cases/make-demo-organisations.js';
export { MakeDemoAccount, type DemoAccount } from './use-cases/make-demo-account.js';
export { CreateOrganisation, type NewOrganisation } from './use-cases/create-organisation.js';
export { GrantRole, type GivenRole, type RoleToGrant } from './use-cases/grant-role.js';
export { GrantAsOperator } from './use-cases/grant-as-operator.js';
export { ResetSecondFactor } from './use-cases/reset-second-factor.js';
export { EndRole } from './use-cases/end-role.js';
export { ManageTeam } from './use-cases/manage-team.js';
export { AnswerInvitation } from './use-cases/answer-invitation.js';
export type { InvitationView, TeamMember } from './data/team.query.js';
export { teamRoles, type TeamRole } from './domain/team.js';
export { EndRolesOf } from './use-cases/end-roles-of.js';
export { AssertSeparation } from './use-cases/assert-separation.js';
export { RegisterBuyerOrganisation, type BuyerToRegister } from './use-cases/register-buyer-organisation.js';
export { VerifyBuyerOrganisation, type WaitingRegistration } from './use-cases/verify-buyer-organisation.js';
export { ManageOffices } from './use-cases/manage-offices.js';
export { TransferCharge } from './use-cases/transfer-charge.js';
export { OrganisationsQuery, type Organisation } from './data/organisations.query.js';
export { PersonsQuery } from './data/persons.query.js';
export { MobileOwners } from './data/mobile-owners.query.js';
export { ContactLookupsQuery } from './data/contact-lookups.query.js';
export { RoleHoldersQuery } from './data/role-holders.query.js';
export { RecipientsQuery, type Recipient } from './data/recipients.query.js';
export { PeopleQuery, type PersonForStaff } from './data/people.query.js';
export {
  PeopleForOperators,
  type PeopleFilter,
  type PersonInFull,
  type PersonInList,
} from './data/people-for-operators.query.js';
export { PersonalDataQuery } from './data/personal-data.query.js';
export { DelegateLogQuery, type DelegateLogLine } from './data/delegate-log.query.js';
export type { OfficerView } from './data/officers.query.js';
export type { NewPost } from './data/posts.repository.js';
export type { PersonContact } from './data/persons.repository.js';
export type { AskedCode } from './data/challenges.repository.js';
export type { LiveSession } from './data/sessions.repository.js';
export { CodeMessagesQuery } from './data/code-messages.query.js';
export { moneyActs, type CodeAbout, type CodeFacts, type CodeMessage } from './domain/code-message.js';
export { SignInProvider, type OutsideIdentity } from './ports/sign-in-provider.js';
export { parseContact, type Contact } from './domain/contact.js';
export type { Client, IssuedTokens } from './domain/sign-in.js';
export { keyScopes } from './domain/api-key.js';
export { delegable, delegateKinds, delegation_days_max } from './domain/delegation.js';
export { postRanks, ranks, type PostRank, type Rank } from './domain/ranks.js';
export { purchaseActs, type EarlierAct, type PurchaseAct } from './domain/separation.js';
export { guestActor } from './domain/guest.js';
export { guestPermissions, isRole, roleNames, roles, type Role } from './domain/permissions.js';
export {
  isBuyerKind,
  organisationKinds,
  platformOrganisationId,
  type OrganisationKind,
} from './domain/organisation-kind.js';
export {
  BuyerRegistered,
  BuyerVerified,
  ChargeTransferred,
  ContactChanged,
  ContactConfirmed,
  DelegationEnded,
  DelegationGiven,
  ErasureAsked,
  MemberInvited,
  OrganisationCreated,
  PasswordChanged,
  PasswordGuessed,
  PersonErased,
  PersonRegistered,
  PersonReinstated,
  PersonSuspended,
  RoleEnded,
  RoleGranted,
  SendCodeJob,
  SecondFactorRemoved,
  SessionRevoked,
  StaffLooked,
} from './domain/events.js';
export const identityMigrations = [
  PeopleSignInsAndOrganisations1795000020000,
  OfficersKeysAndDelegates1795000021000,
  WhatIsOverIsFoundByItsAge1795000023000,
  PeopleAreInvitedIntoATeam1795000026000,
  GuestsShopWithoutAnAccount1795000027000,
  CentresAreOrganisations1795000122400,
];
