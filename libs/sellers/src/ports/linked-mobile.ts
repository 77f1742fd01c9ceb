import type { ProofRegister } from '../domain/preference.js';

export type SentCode = { sent: false } | { sent: true; requestId: string; ending: string };

/** Registers send a code to the mobile they have on file, and say whether it came back right. @rule */
export abstract class LinkedMobile {
  /** @returns not sent: the register does not know the number @throws RegisterUnreachable when it cannot be asked now */
  abstract send(register: ProofRegister, number: string): Promise<SentCode>;
  /** @throws RegisterUnreachable when it cannot be asked now */
  abstract confirm(requestId: string, code: string): Promise<boolean>;
}
