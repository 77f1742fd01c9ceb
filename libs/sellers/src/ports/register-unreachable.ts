/** A register or bank did not answer, or not in a way we understand: worth another try, never a fault of the maker. */
export class RegisterUnreachable extends Error {
  constructor(register: string, why: string) {
    super(`${register} could not be asked: ${why}`);
    this.name = 'RegisterUnreachable';
  }
}

/**
 * A register is well and refused our request: a key that ran out, a right we have not, a question it does not take. To who
 * waits it is silence, and it is asked again; what is to be done is an operator's.
 */
export class RegisterRefusesUs extends RegisterUnreachable {
  constructor(
    register: string,
    readonly status: number,
  ) {
    super(register, `it refused our request with ${status}`);
    this.name = 'RegisterRefusesUs';
  }
}
