import { PeopleSignInsAndOrganisations1795000020000 } from './data/migrations/1795000020000-people-sign-ins-and-organisations.js';

export { IdentityModule } from './identity.module.js';
export { RegisterPerson, type Registration } from './use-cases/register-person.js';
export { SendCode } from './use-cases/send-code.js';
export { AskCode } from './use-cases/ask-code.js';
export { OpenSession, type SignedIn } from './use-cases/open-session.js';
export { RefreshSession } from './use-cases/refresh-session.js';
export { EndSession } from './use-cases/end-session.js';
export { ChangePassword } from './use-cases/change-password.js';
export { ProveSecondFactor } from './use-cases/prove-second-factor.js';
export { IdentifyCaller } from './use-cases/identify-caller.js';
export { SeedPlatform } from './use-cases/seed-platform.js';
export { MakeDemoAccount, type DemoAccount } from './use-cases/make-demo-account.js';
export { CreateOrganisation, type NewOrganisation } from './use-cases/create-organisation.js';
export { GrantRole, type RoleToGrant } from './use-cases/grant-role.js';
export { OrganisationsQuery, type Organisation } from './data/organisations.query.js';
export { PersonsQuery } from './data/persons.query.js';
export { RecipientsQuery, type Recipient } from './data/recipients.query.js';
export type { PersonContact } from './data/persons.repository.js';
export type { AskedCode } from './data/challenges.repository.js';
export type { LiveSession } from './data/sessions.repository.js';
export { MemoryCodeSender } from './adapters/memory-code-sender.js';
export { CodeSender, type CodeMessage } from './ports/code-sender.js';
export { parseContact, type Contact } from './domain/contact.js';
export type { Client, IssuedTokens } from './domain/sign-in.js';
export { assertFreshSecondFactor } from './domain/fresh.js';
export { isRole, roleNames, roles, type Role } from './domain/permissions.js';
export {
  isBuyerKind,
  organisationKinds,
  platformOrganisationId,
  type OrganisationKind,
} from './domain/organisation-kind.js';
export {
  OrganisationCreated,
  PasswordChanged,
  PersonErased,
  PersonRegistered,
  PersonSuspended,
  RoleEnded,
  RoleGranted,
  SendCodeJob,
  SessionRevoked,
} from './domain/events.js';
export const identityMigrations = [PeopleSignInsAndOrganisations1795000020000];
