export {
  checkConfig,
  ConfigFaults,
  configFaultExitCode,
  declaredSettings,
  defineConfig,
  type Setting,
} from './define-config.js';
export { environment, isProduction } from './environment.js';
export { launcherLetsBegin } from './launcher.js';
export { simulatedKey, simulatorOf } from './simulated-world.js';
