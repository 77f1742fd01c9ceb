export type BankAnswer = { exists: false } | { exists: true; nameAtBank: string | null };

/** A provider who sends one rupee to an account and says under which name the bank keeps it. */
export abstract class PennyDrop {
  /**
   * @param key  the same key asks the same question: a second call sends no second rupee
   * @throws RegisterUnreachable when it cannot be asked now
   */
  abstract verify(key: string, account: { number: string; ifsc: string; holder: string }): Promise<BankAnswer>;
}
