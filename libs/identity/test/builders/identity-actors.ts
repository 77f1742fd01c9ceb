import { Secret, TOTP } from 'otpauth';
import { UnitOfWork } from '#platform/database';
import { newId, type Actor } from '#platform/kernel';
import { runAsSystem } from '#platform/observability';
import {
  CodeMessagesQuery,
  CreateOrganisation,
  GrantRole,
  IdentifyCaller,
  OpenSession,
  parseContact,
  platformOrganisationId,
  ProveSecondFactor,
  RegisterPerson,
  type Role,
} from '../../src/index.js';

/** Any started application or module that holds IdentityModule. */
interface Container {
  get<T>(token: abstract new (...args: never[]) => T, options?: { strict: boolean }): T;
}

/** A person who registered and signed in as anybody would. */
export interface SignedInPerson {
  personId: string;
  name: string;
  signIn: string;
  password: string;
  totpSecret: string | null;
  accessToken: string;
  refreshToken: string;
  organisationId: string | null;
  /** For requests: the token, and the organisation acted for. */
  headers: Record<string, string>;
  /** For module tests: what the gate would make of those headers, now. */
  actor(): Promise<Actor>;
}

let counter = 0;
const pick = (): number => Math.floor(Math.random() * 1e9);
/** An invented mobile number nobody else in this run has. */
export const inventedMobile = (): string =>
  `9${String(pick() * 10 + (counter++ % 10))
    .padStart(9, '0')
    .slice(0, 9)}`;
export const inventedOfficialMailbox = (): string => `officer.${newId().slice(-12)}@bazaar-test.gov.in`;
export const goodPassword = 'seven looms hum at dawn';
export const totpCode = (secret: string): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate();

/** Signed-in people of each role, made through the use-cases: register, verify, enrol, be granted, sign in. */
export function identityActors(app: Container) {
  const find = <T>(token: abstract new (...args: never[]) => T): T => app.get(token, { strict: false });
  const system = <T>(work: () => Promise<T>): Promise<T> => runAsSystem('test builder', newId(), work);
  const client = { address: '127.0.0.1', userAgent: 'test' };

  async function person(wanted: { name?: string; signIn?: string; secondFactor?: boolean; password?: null } = {}) {
    const name = wanted.name ?? 'Kavita Test';
    const contact = parseContact(wanted.signIn ?? inventedMobile())!;
    return system(async () => {
      const password = wanted.password === null ? undefined : goodPassword;
      const given = { name, contact, password, language: 'en', notice: 'test-1' };
      const asked = await find(RegisterPerson).ask(given);
      const personId = await find(RegisterPerson).verify(
        asked.registrationId,
        await codeFor(asked.challengeId, contact.value),
      );
      return {
        personId,
        name,
        signIn: contact.value,
        totpSecret: wanted.secondFactor ? await enrol(contact.value) : null,
      };
    });
  }

  /** The code in the message to an address. @throws when none goes there */
  async function codeFor(challengeId: string, address: string): Promise<string> {
    const message = await system(() => find(CodeMessagesQuery).of(challengeId));
    const code = message?.to === parseContact(address)?.value ? message?.code : null;
    if (!code) throw new Error('no code goes there');
    return code;
  }

  async function enrol(signIn: string): Promise<string> {
    const session = await find(OpenSession).withPassword({
      contact: parseContact(signIn),
      password: goodPassword,
      client,
    });
    const me = await find(IdentifyCaller).byToken(session.accessToken, { organisationId: null, postId: null });
    const { secret } = await find(ProveSecondFactor).begin(me);
    await find(ProveSecondFactor).confirm(me, new TOTP({ secret: Secret.fromBase32(secret) }).generate());
    return secret;
  }

  /** Signs in; officers with the next code of their app, so that the one used for enrolling is not asked twice. */
  async function signIn(
    who: Awaited<ReturnType<typeof person>>,
    organisationId: string | null,
  ): Promise<SignedInPerson> {
    return system(async () => {
      const secondFactor = who.totpSecret === null ? undefined : nextCode(who.totpSecret);
      const contact = parseContact(who.signIn);
      const session = await find(OpenSession).withPassword({ contact, password: goodPassword, client, secondFactor });
      const { accessToken, refreshToken } = session;
      return {
        ...who,
        password: goodPassword,
        accessToken,
        refreshToken,
        organisationId,
        headers: {
          authorization: `Bearer ${accessToken}`,
          ...(organisationId === null ? {} : { 'odop-organisation': organisationId }),
        },
        actor: () => find(IdentifyCaller).byToken(accessToken, { organisationId, postId: null }),
      };
    });
  }

  async function officer(role: Role, organisationId: string, name: string, signInName?: string) {
    const who = await person({ name, signIn: signInName, secondFactor: true });
    await system(() => find(GrantRole).run({ personId: who.personId, organisationId, role }));
    return signIn(who, organisationId);
  }

  return {
    person,
    codeFor,
    /** What the gate makes of a token now. */
    callerOf: (accessToken: string, organisationId: string | null) =>
      find(IdentifyCaller).byToken(accessToken, { organisationId, postId: null }),
    /** Who has to wait for the next guess waits an hour, however slow the machine of the test is. */
    lengthenWaits: () =>
      system(() =>
        find(UnitOfWork).run((tx) =>
          tx.run(`update identity.guess set free_at = free_at + interval '1 hour' where free_at > last_at`),
        ),
      ),
    /** A statement in the system's scope, for what only time would do. */
    inDatabase: (sql: string) => system(() => find(UnitOfWork).run((tx) => tx.run(sql))),
    signIn,
    officer,

    async shopper(name = 'Farah Test'): Promise<SignedInPerson> {
      return signIn(await person({ name }), null);
    },

    /** A person who owns a seller organisation; the sellers module's own verbs make a verified maker. */
    async makerOwner(name = 'Meera Test', districtId: string | null = null): Promise<SignedInPerson> {
      const who = await person({ name });
      const organisationId = await system(() =>
        find(CreateOrganisation).run({
          kind: 'seller',
          name: `${name} Weaves`,
          districtId,
          ownerPersonId: who.personId,
        }),
      );
      return signIn(who, organisationId);
    },

    async districtOfficer(districtId: string, name = 'Arjun Test'): Promise<SignedInPerson> {
      const organisationId = await system(() =>
        find(CreateOrganisation).run({ kind: 'district_nodal', name: 'District office', districtId }),
      );
      return officer('district_officer', organisationId, name);
    },

    async stateOfficer(stateCode: string, name = 'Latha Test'): Promise<SignedInPerson> {
      const organisationId = await system(() =>
        find(CreateOrganisation).run({ kind: 'state_nodal', name: 'State office', stateCode }),
      );
      return officer('state_officer', organisationId, name);
    },

    platformAdmin: (name = 'Noor Test') => officer('platform_admin', platformOrganisationId, name),
    platformOperator: (name = 'Omkar Test') => officer('platform_operator', platformOrganisationId, name),

    /** One buying organisation with an officer for each role of. */
    async government(buyerClass = 'CENTRAL') {
      const [organisationId, officeId] = await system(async () => {
        const make = find(CreateOrganisation);
        const ministry = await make.run({ kind: 'buyer_ministry', name: 'Ministry of Tests', buyerClass });
        const department = await make.run({
          kind: 'buyer_department',
          name: 'Department of Tests',
          parentId: ministry,
        });
        const id = await make.run({ kind: 'buyer_organisation', name: 'Board of Tests', parentId: department });
        return [id, await make.run({ kind: 'buyer_office', name: 'Test office', parentId: id })] as const;
      });
      const of = (role: Role, name: string) => officer(role, organisationId, name, inventedOfficialMailbox());
      return {
        organisationId,
        officeId,
        hod: await of('gov_primary_user', 'Harish Test'),
        buyer: await of('gov_buyer', 'Bina Test'),
        consignee: await of('gov_consignee', 'Chetan Test'),
        ddo: await of('gov_ddo', 'Divya Test'),
        pao: await of('gov_pao', 'Prakash Test'),
      };
    },
  };
}

/** The code of the next 30 seconds, good already by the drift that is allowed. */
function nextCode(secret: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + 30_000 });
}
