// Searches beside the window, where an expression that never comes to an end can be stopped.
import { compileFind, type FindOptions, type Match } from '../../../story/text/find.ts';

export type Question = { id: number; texts: readonly string[]; query: string; options: FindOptions };
export type Answer = { id: number } & (
  | { ok: true; found: (Match & { text: number })[] }
  | { ok: false; message: string }
);

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const { id, texts, query, options } = data;
  const compiled = compileFind(query, options);
  const answer: Answer = compiled.ok
    ? {
        id,
        ok: true,
        found: texts.flatMap((text, index) => compiled.find(text).map((match) => ({ ...match, text: index }))),
      }
    : { id, ok: false, message: compiled.message };
  postMessage(answer);
});
