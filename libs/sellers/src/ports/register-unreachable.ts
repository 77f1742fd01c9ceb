/** A register or bank did not answer, or not in a way we understand: worth another try, never a fault of the maker. */
export class RegisterUnreachable extends Error {
  constructor(register: string, why: string) {
    super(`${register} could not be asked: ${why}`);
    this.name = 'RegisterUnreachable';
  }
}
