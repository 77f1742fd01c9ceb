import type { OutsideChannel } from './channels.js';

/** `+91•••••••42`, `r•••@example.in`: enough for an operator who was given the address, for nobody else. */
export function masked(channel: OutsideChannel, address: string): string {
  if (channel !== 'email') return `${address.slice(0, 3)}•••••••${address.slice(-2)}`;
  const [local, domain] = address.split('@') as [string, string];
  return `${local.slice(0, 1)}•••@${domain}`;
}
