/** One line on stderr, marked as the stand-in's own. */
export const say = (line: string) => void process.stderr.write(`electron stand-in: ${line}\n`);

/** The same, only under STANDIN_DEBUG=1. */
export const debug = (line: string) => {
  if (process.env.STANDIN_DEBUG === '1') say(line);
};
