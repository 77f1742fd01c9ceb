import { CodeMessagesQuery, parseContact, RegisterPerson } from '#identity';
import type { Booted } from '#platform/testing';

let counter = 0;
/** An invented number nobody else has in this run; none ends in 0000, which the gateway refuses. */
export const inventedMobile = (): string => `+919${String(Date.now()).slice(-6)}${String((counter++ % 899) + 100)}`;

/** A person who registered as anybody would; reads the language she chose. @returns her id */
export async function reader(app: Booted, given: { signIn?: string; name?: string; language?: string } = {}) {
  const signIn = given.signIn ?? inventedMobile();
  const contact = parseContact(signIn);
  if (!contact) throw new Error('a reader has a mobile or a mailbox');
  return app.asSystem(async () => {
    const asked = await app.get(RegisterPerson).ask({
      name: given.name ?? 'Kavita Test',
      contact,
      language: given.language ?? 'en',
      notice: 'test-1',
    });
    const message = await app.get(CodeMessagesQuery).of(asked.challengeId);
    const personId = await app.get(RegisterPerson).verify(asked.registrationId, message!.code!);
    return { personId, address: contact.value };
  });
}
