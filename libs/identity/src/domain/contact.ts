import { readMobile } from '#platform/identifiers';

/** How a person is reached and signs in. */
export interface Contact {
  kind: 'mobile' | 'email';
  /** `+919876500000`, or an e-mail address in lower case. */
  value: string;
}

const email = /^[^\s@"(),:;<>[\\\]]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const length_max = 254;

/**
 * Reads what a person types as their sign-in name: an Indian mobile number with or without its prefix, or an e-mail
 * address. @returns null when it is neither
 * @rule R-4.29g
 */
export function parseContact(text: string): Contact | null {
  if (text.length > length_max) return null;
  const mobile = readMobile(text);
  if (mobile.ok) return { kind: 'mobile', value: mobile.value };
  const lower = text.trim().toLowerCase();
  return email.test(lower) ? { kind: 'email', value: lower } : null;
}

/** `+91 9•••• •••00`, `r•••@example.in`: enough for the owner to know it, for nobody else. */
export function maskedContact(contact: Contact): string {
  if (contact.kind === 'mobile') return `${contact.value.slice(0, 4)}•••••••${contact.value.slice(-2)}`;
  const [local, domain] = contact.value.split('@') as [string, string];
  return `${local.slice(0, 1)}•••@${domain}`;
}

/** `M••• D•••`: tells two people in a list apart, and names neither. */
export const maskedName = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `${[...word][0]}•••`)
    .join(' ');

/** Mailboxes of government officers: gov.in, nic.in and what lies beneath, and the installation's own. @rule */
export function isOfficialMailbox(address: string, alsoOfficial: readonly string[]): boolean {
  const domain = address.split('@')[1] ?? '';
  return ['gov.in', 'nic.in', ...alsoOfficial].some((each) => domain === each || domain.endsWith(`.${each}`));
}
