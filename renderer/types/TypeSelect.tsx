import { useTranslation } from 'react-i18next';
import { DEFAULT_TYPE, typeName } from '../../story/types/type.ts';
import type { StorySession } from '../editor/types.ts';
import { language } from '../i18n.ts';
import { useStore } from '../store.ts';
import { Select } from '../ui/Select.tsx';
import { useSession } from '../useSession.ts';
import { setType, storyTypes } from './known.ts';

/** Which kind of story it is. */
export function TypeSelect({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const { types } = useStore(storyTypes);
  const id = useSession(session, ['fields'], (now) => now.story().fields.type, 100) || DEFAULT_TYPE;
  const items = types.map(({ type }) => ({ value: type.id, label: typeName(type, language()) }));
  const isKnown = items.some(({ value }) => value === id);
  return (
    <Select
      label={t('types.one')}
      value={id}
      items={isKnown ? items : [...items, { value: id, label: t('types.unknown') }]}
      disabled={session.readOnly}
      onChange={(next) => setType(session, next)}
    />
  );
}
