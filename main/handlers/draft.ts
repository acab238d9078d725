import type { Handlers } from '../ipc.ts';
import { ok, type Services } from './services.ts';

type Names = 'draft.settings' | 'draft.save' | 'draft.try' | 'draft.text' | 'draft.cancel';

export const draftHandlers = ({ drafts }: Pick<Services, 'drafts'>): Pick<Handlers, Names> => ({
  'draft.settings': async () => ok(await drafts.settings()),
  'draft.save': (form) => drafts.save(form),
  'draft.try': (input) => drafts.try(input),
  'draft.text': (input) => drafts.text(input),
  'draft.cancel': async ({ id }) => {
    drafts.cancel(id);
    return ok(null);
  },
});
