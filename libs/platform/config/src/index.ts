export { checkConfig, ConfigFaults, configFaultExitCode, defineConfig } from './define-config.js';
export { environment, isProduction } from './environment.js';
