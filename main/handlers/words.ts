import type { Handlers } from '../ipc.ts';
import { ok, type Services } from './services.ts';

type Names = 'word.list' | 'word.learn' | 'word.forget';

export function wordHandlers({ words, shell }: Services): Pick<Handlers, Names> {
  return {
    'word.list': async () => {
      const list = await words.list();
      return list.ok ? ok({ words: list.value }) : list;
    },
    'word.learn': async ({ word }) => {
      const learnt = await words.learn(word);
      if (learnt.ok) shell.wordsChanged();
      return learnt;
    },
    'word.forget': async ({ word }) => {
      const forgotten = await words.forget(word);
      if (forgotten.ok) shell.wordsChanged();
      return forgotten;
    },
  };
}
