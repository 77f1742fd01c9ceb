import { z } from 'zod';

/** Settings are wrong: every fault of every module at once, each naming its setting, none showing the value (S-62). */
export class ConfigFaults extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'ConfigFaults';
  }
}

/** A setting some module reads. */
export interface Setting {
  name: string;
  meaning: string;
}

const registered: (() => unknown)[] = [];
const declared = new Map<string, Setting>();

/** Every setting of the modules this process has loaded, by name. */
export const declaredSettings = (): Setting[] => [...declared.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));

/**
 * Declares a module's settings: one zod object over environment variables, every field with `.describe()`.
 * Returns a reader that parses once, at first use. Empty text counts as absent.
 * @throws ConfigFaults
 */
export function defineConfig<S extends z.ZodObject>(schema: S): () => z.infer<S> {
  let parsed: z.infer<S> | undefined;
  const read = (): z.infer<S> => {
    if (parsed) return parsed;
    const given = Object.fromEntries(
      Object.keys(schema.shape).map((name) => [name, process.env[name] === '' ? undefined : process.env[name]]),
    );
    const result = schema.safeParse(given);
    if (!result.success) throw new ConfigFaults(result.error.issues.map((issue) => sentence(schema, issue)));
    return (parsed = result.data);
  };
  registered.push(read);
  for (const [name, field] of Object.entries(schema.shape)) {
    declared.set(name, { name, meaning: (field as z.ZodType).description ?? '' });
  }
  return read;
}

/** Reads every declared setting now, so that a wrong one stops the start with all faults together. @throws ConfigFaults */
export function checkConfig(): void {
  const faults = registered.flatMap((read) => {
    try {
      read();
      return [];
    } catch (error) {
      if (error instanceof ConfigFaults) return error.faults;
      throw error;
    }
  });
  // Two modules may read one setting: it is still one fault.
  if (faults.length > 0) throw new ConfigFaults([...new Set(faults)]);
}

/** The process's exit code for wrong settings: the launcher passes the sentences on and does not restart. */
export const configFaultExitCode = 78;

function sentence(schema: z.ZodObject, issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0] ?? 'settings');
  const field = schema.shape[name] as z.ZodType | undefined;
  const meaning = field?.description ? ` (${field.description})` : '';
  return `Setting ${name}${meaning} is wrong: ${issue.message}.`;
}
