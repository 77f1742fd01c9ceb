/** Where the simulated outside world of a trial installation stands in for a service; production refuses it (S-62). */
export const simulatorOf = (service: string): string =>
  `http://127.0.0.1:${process.env['SIMULATORS_PORT'] ?? '3003'}/${service}`;

/** The key the simulators ask for unless told another one. */
export const simulatedKey = 'sk_test_simulated';
