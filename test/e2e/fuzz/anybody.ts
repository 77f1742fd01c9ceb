import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CreateOrganisation, MakeDemoAccount } from '#identity';
import { ApiDescription } from '#platform/http';
import { newId, type Actor } from '#platform/kernel';
import { runAsSystem } from '#platform/observability';
import { personActor } from '#platform/testing';

/** A real account with every permission there is, so that requests get past the gate into the handlers. */
export async function somebodyWhoMayDoAnything(app: NestFastifyApplication): Promise<Actor> {
  const account = { name: 'Asha Rani', signIn: 'asha.rani@fuzz.example', secondFactor: false };
  const [personId, organisationId] = await runAsSystem('fuzz', newId(), async () => [
    (await app.get(MakeDemoAccount, { strict: false }).run(account)).personId,
    await app.get(CreateOrganisation, { strict: false }).run({ kind: 'seller', name: 'Rani Handloom' }),
  ]);
  const permissions = new Set(app.get(ApiDescription).routes.map(({ policy }) => policy.allow!));
  return personActor({ personId, organisationId, permissions, secondFactorAt: new Date() });
}
