// Electron's own command line (default_app): `electron [-r MODULE]… [--switches] APP [arguments]`.
export type Arguments = {
  modules: string[];
  appPath: string | undefined;
  inspect: number | undefined;
  port: string | undefined;
};

export function parseArguments(args: readonly string[]): Arguments {
  const modules: string[] = [];
  let appPath: string | undefined;
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] as string;
    if (arg === '-r' || arg === '--require') {
      at += 1;
      modules.push(args[at] as string);
    } else if (!arg.startsWith('-')) {
      appPath = arg;
      break;
    }
  }
  const value = (name: string) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const inspect = value('inspect');
  return {
    modules,
    appPath,
    inspect: inspect === undefined ? undefined : Number(inspect),
    port: value('remote-debugging-port'),
  };
}

/** `--name=value` and `--name` before the first plain argument, which Chromium takes too. */
export function switchesOf(args: readonly string[]): [string, string][] {
  const own = args.filter((arg) => arg.startsWith('--') && !/^--(inspect|require)/.test(arg));
  return own.map((arg) => {
    const at = arg.indexOf('=');
    return at < 0 ? [arg.slice(2), ''] : [arg.slice(2, at), arg.slice(at + 1)];
  });
}
