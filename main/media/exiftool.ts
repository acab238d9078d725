import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import type { ExifTool, WriteTags } from 'exiftool-vendored';

/** Milliseconds one photo may take; half a second is long. */
const TASK_MS = 20_000;
const START_MS = 15_000;

export type Tags = Readonly<Record<string, string | readonly string[]>>;
export type TagWriter = {
  /**
   * Writes tags, by exiftool's names with their group, into a file in its place. Rejects where exiftool cannot run, takes
   * too long, or does not take a value.
   */
  write(file: string, tags: Tags): Promise<void>;
  /** What runs of it, by process ids. */
  processes(): Promise<number[]>;
  /** Ends the process. A later `write` starts another. */
  end(): Promise<void>;
};

/**
 * One exiftool process, started at the first photo and kept: starting it takes longer than the work. A dead one is
 * replaced. `program`: the executable and what comes before its arguments, where it is not the one we ship.
 */
export function createTagWriter(program?: readonly [string, ...string[]]): TagWriter {
  let tool: Promise<ExifTool> | null = null;

  async function start(): Promise<ExifTool> {
    const vendored = await import('exiftool-vendored');
    const shipped = async () => {
      const file = await vendored.exiftoolPath();
      return process.platform === 'win32' ? ([file] as const) : (['perl', file] as const);
    };
    const [command, ...before] = program ?? (await shipped());
    // Tried once: the pool that keeps the process would try to start one that cannot run again and again.
    const options = { env: environment(), windowsHide: true };
    await promisify(execFile)(command, [...before, ...PLAIN, '-ver'], { ...options, timeout: START_MS });
    return new vendored.ExifTool({
      processFactory: () => quiet(spawn(command, [...before, ...PLAIN, ...STAY], { ...options, stdio: 'pipe' })),
      maxProcs: 1,
      taskTimeoutMillis: TASK_MS,
      spawnTimeoutMillis: START_MS,
      useMWG: false,
      checkPerl: false,
    });
  }
  const running = (): Promise<ExifTool> => {
    tool ??= start().catch((error) => {
      tool = null;
      throw error;
    });
    return tool;
  };
  return {
    async write(file, tags) {
      const once = async () => (await running()).write(file, escaped(tags), { writeArgs: WRITE });
      // A process that died over it leaves the file as it was: the next one may do better.
      const { updated, warnings = [] } = await once().catch(once);
      const serious = warnings.filter((warning) => !warning.includes('[minor]'));
      if (updated !== 1 || serious.length > 0) throw new Error(serious.join('; ') || 'exiftool wrote nothing');
    },
    processes: async () => (await tool)?.pids ?? [],
    async end() {
      const last = tool;
      tool = null;
      await (await last)?.end();
    },
  };
}

const WRITE = ['-overwrite_original', '-api', 'Compact=NoPadding'];
/** Without the settings that a person has made for an exiftool of their own. */
const PLAIN = ['-config', ''];
const STAY = ['-stay_open', 'True', '-@', '-'];

/** Perl complains, before anything else, of a language that is not installed; and these would change how it reads. */
const environment = (): NodeJS.ProcessEnv => {
  const { PERL_UNICODE: _, PERL5OPT: __, PERL5LIB: ___, EXIFTOOL_HOME: ____, ...rest } = process.env;
  return { ...rest, LANG: 'C', LC_ALL: 'C' };
};

/** Its end is noticed by the pool; without a listener the error would end the program. */
const quiet = (child: ChildProcess): ChildProcess => child.on('error', () => undefined);

/** exiftool is told to decode entities, since an argument of its cannot hold every character: ours stay what they are. */
const escaped = (tags: Tags): WriteTags =>
  Object.fromEntries(
    Object.entries(tags).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('&', '&amp;') : value.map((one) => one.replaceAll('&', '&amp;')),
    ]),
  ) as WriteTags;
