import path from 'node:path';
import { storyFrom } from '../../story/formats/template/template.ts';
import { slugOf } from '../../story/text/slug.ts';
import { startingValues, typeOf } from '../../story/types/rules.ts';
import type { Handlers } from '../ipc.ts';
import { EXTENSION } from '../templates/files.ts';
import { fail, ok, type Services } from './services.ts';

type Names =
  | 'template.list'
  | 'template.use'
  | 'template.save'
  | 'template.rename'
  | 'template.remove'
  | 'template.restore'
  | 'template.import'
  | 'template.export';

export function templateHandlers({
  store,
  templates,
  types,
  person,
  dialogs,
  prefs,
  shell,
}: Services): Pick<Handlers, Names> {
  return {
    'template.list': async () => ok(await templates.list()),
    'template.use': async ({ id }) => {
      const template = await templates.get(id);
      if (!template) return fail('notFound');
      const made = storyFrom(template, new Date().toISOString());
      // What the template leaves empty begins as its type says, and then as the house does.
      const type = typeOf(made.fields.type, await types.all());
      const fields = { ...made.fields, ...startingValues(made.fields, type, null) };
      const story = { ...made, fields: { ...fields, closingMark: fields.closingMark || prefs.get().closingMark } };
      const created = await store.createStory(story, person.person().fingerprint);
      if (!created.ok) return created;
      shell.libraryChanged(story.id);
      return ok({ id: story.id });
    },
    'template.save': async ({ storyId, seq, name, replace }) => {
      const read = await store.readStory(storyId, seq);
      return read.ok ? templates.save(name, read.value.story, replace) : read;
    },
    'template.rename': ({ id, name }) => templates.rename(id, name),
    'template.remove': ({ id }) => templates.remove(id),
    'template.restore': () => templates.restore(),
    'template.import': async () => {
      const file = await dialogs.template();
      return file ? templates.take(file) : fail('cancelled');
    },
    'template.export': async ({ id }) => {
      const template = await templates.get(id);
      if (!template) return fail('notFound');
      const file = await dialogs.saveTemplate(path.join(shell.documents, `${slugOf(template.name)}${EXTENSION}`));
      return file ? templates.give(id, file) : fail('cancelled');
    },
  };
}
