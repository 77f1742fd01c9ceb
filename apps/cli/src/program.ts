import { Command, CommanderError } from 'commander';
import { auditCommand } from './audit.command.js';
import { demoCommand } from './demo.command.js';
import { doctorCommand } from './doctor/doctor.command.js';
import { jobsCommand } from './jobs.command.js';
import { ledgerCommand } from './ledger.command.js';
import { keysCommand } from './keys.command.js';
import { migrateCommand } from './migrate.command.js';
import { odopCommand } from './odop.command.js';
import { payoutsCommand } from './payouts.command.js';
import { prepareCommand } from './prepare.command.js';
import { reconcileCommand } from './reconcile.command.js';
import { seedCommand } from './seed.command.js';
import { settingsCommand } from './settings.command.js';
import { shelfCommand } from './shelf.command.js';
import { userCommand } from './user/user.command.js';

const commands = [
  doctorCommand,
  migrateCommand,
  seedCommand,
  prepareCommand,
  odopCommand,
  jobsCommand,
  auditCommand,
  ledgerCommand,
  reconcileCommand,
  payoutsCommand,
  keysCommand,
  userCommand,
  settingsCommand,
  shelfCommand,
  demoCommand,
];

/** Every command there is. */
export function commandLine(): Command {
  const program = new Command('bazaar').description("ODOP Bazaar: the operator's commands");
  for (const add of commands) add(program);
  return program;
}

/** Runs one command line. @returns the exit code: 0 done, 1 not done or not well, 2 not understood */
export async function run(args: readonly string[]): Promise<number> {
  const program = commandLine();
  speakPlainly(program, args.includes('--json'));
  try {
    await program.parseAsync([...args], { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2; // its words have been written
  }
}

/** `error: unknown command 'job'\n(Did you mean jobs?)` → `Unknown command 'job'. Did you mean jobs? …` */
function speakPlainly(command: Command, json: boolean): void {
  command.exitOverride().configureOutput({
    outputError: (text, write) => {
      const [first = '', ...hints] = text
        .replace(/^error: /, '')
        .trim()
        .split('\n');
      const said = `${first.charAt(0).toUpperCase()}${first.slice(1)}.`;
      const hint = hints.map((each) => each.replace(/^\((.*)\)$/, '$1'));
      const message = [said, ...hint, `See: ${pathOf(command)} --help`].join(' ');
      write(json ? `${JSON.stringify({ error: message })}\n` : `${message}\n`);
    },
  });
  for (const each of command.commands) speakPlainly(each, json);
}

const pathOf = (command: Command): string =>
  command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
