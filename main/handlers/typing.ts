import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../../preload/contract.ts';
import { MAX_LIST_BYTES } from '../../story/text/corrections/file.ts';
import { diskFailure } from '../durable.ts';
import { writeFileWhole } from '../files.ts';
import type { Handlers } from '../ipc.ts';
import { fail, ok, type Services } from './services.ts';

/** A newsroom's list of corrections, from a file and into one. */
export function typingHandlers({
  dialogs,
  shell,
}: Pick<Services, 'dialogs' | 'shell'>): Pick<Handlers, 'typing.import' | 'typing.export'> {
  return {
    'typing.import': async () => {
      const file = await dialogs.list();
      return file ? readText(file) : fail('cancelled');
    },
    'typing.export': async ({ name, text }) => {
      const file = await dialogs.saveList(path.join(shell.documents, name));
      return file ? writeFileWhole(file, text) : fail('cancelled');
    },
  };
}

async function readText(file: string): Promise<Result<{ text: string }>> {
  try {
    if ((await stat(file)).size > MAX_LIST_BYTES) return fail('fileTooLarge');
    return ok({ text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)) });
  } catch (error) {
    return error instanceof TypeError ? fail('notText') : diskFailure(error);
  }
}
