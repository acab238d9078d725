import { useTranslation } from 'react-i18next';
import type { StorySession } from '../editor/types.ts';
import field from '../ui/Field.module.css';
import ui from '../ui/ui.module.css';
import type { Facts } from './facts.ts';
import { TabField } from './TabField.tsx';

/** Where the story comes from, and what goes with it to the newsroom that receives it. */
export function Sources({ session, facts }: { session: StorySession; facts: Facts }) {
  const { t } = useTranslation();
  return (
    <>
      <TabField session={session} name="sources" />
      <TabField session={session} name="editorNote" />
      <p className={field.hint}>{t('story.sourcesHint')}</p>
      {facts.photos > 0 ? (
        <div className={field.field}>
          <span className={field.label}>{t('story.photoSources')}</span>
          <ul className={ui.list}>
            {facts.credits.map((credit) => (
              <li key={credit}>{credit || t('story.noCredit')}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}
