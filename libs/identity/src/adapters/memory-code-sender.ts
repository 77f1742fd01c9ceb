import { CodeSender, type CodeMessage } from '../ports/code-sender.js';

/** Keeps the messages, for tests: the newest to an address is the one its owner would read. */
export class MemoryCodeSender extends CodeSender {
  readonly sent: CodeMessage[] = [];

  async send(message: CodeMessage): Promise<void> {
    this.sent.push(message);
  }

  /** The newest code sent to an address. @throws when none was */
  codeTo(address: string): string {
    const code = this.sent.findLast((message) => message.to === address && message.code !== null)?.code;
    if (!code) throw new Error('no code was sent to that address');
    return code;
  }
}
