import { useTranslation } from 'react-i18next';
import type { Language } from '../../story/model.ts';
import type { StorySession } from '../editor/types.ts';
import { Typed } from '../types/Typed.tsx';
import { Select } from '../ui/Select.tsx';
import { useSession } from '../useSession.ts';
import { SlugField } from './SlugField.tsx';
import { TabField } from './TabField.tsx';

const LANGUAGES: readonly Language[] = ['vi', 'en'];

/** Where the story is filed, under which address, and in which language it is. */
export function Filing({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const language = useSession(session, ['language'], (now) => now.story().language);
  return (
    <>
      <TabField session={session} name="section" />
      <TabField session={session} name="tags" />
      <Typed session={session} name="slug">
        <SlugField session={session} />
      </Typed>
      <Select
        label={t('story.language')}
        value={language}
        items={LANGUAGES.map((value) => ({ value, label: t(`story.languages.${value}`) }))}
        disabled={session.readOnly}
        onChange={(next) => session.setLanguage(next)}
      />
    </>
  );
}
