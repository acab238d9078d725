import type { StoryTypes } from '../../preload/contract.ts';
import { BUILT_IN_TYPES } from '../../story/types/builtIn.ts';
import { startingValues, typeOf } from '../../story/types/rules.ts';
import type { StoryType } from '../../story/types/type.ts';
import type { StorySession } from '../editor/types.ts';
import { createStore } from '../store.ts';

/** The house's story types; until they are read, those of the program. */
export const storyTypes = createStore<StoryTypes>({
  types: BUILT_IN_TYPES.map((type) => ({ type, origin: 'builtIn' })),
  unreadable: [],
});

export const allTypes = (): StoryType[] => storyTypes.get().types.map(({ type }) => type);

/** The type of the open story as it stands. */
export const typeOfStory = (session: StorySession): StoryType => typeOf(session.story().fields.type, allTypes());

/** Makes the story one of another type: what the types themselves put into fields changes, nothing that a person wrote. */
export function setType(session: StorySession, id: string): void {
  const before = typeOfStory(session);
  session.setField('type', id);
  const changes = startingValues(session.story().fields, typeOfStory(session), before);
  for (const [name, value] of Object.entries(changes)) session.setField(name as keyof typeof changes, value);
}
