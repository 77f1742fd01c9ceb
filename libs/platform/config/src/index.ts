export { checkConfig, ConfigFaults, configFaultExitCode, defineConfig } from './define-config.js';
export { environment, isProduction } from './environment.js';
export { simulatedKey, simulatorOf } from './simulated-world.js';
