import { useTranslation } from 'react-i18next';
import type { StorySession } from '../editor/types.ts';
import { useSession } from '../useSession.ts';
import { Marked } from './Marked.tsx';
import type { FoundRow } from './pages.ts';

type Props = {
  row: FoundRow;
  /** The session, when this story is the open one. */
  session: StorySession | null;
};

/** A story's headline; what a search has found in it is marked. */
export function Headline({ row, session }: Props) {
  const { t } = useTranslation();
  if (row.hit?.where === 'headline') return <Marked {...row.hit} />;
  return session ? <LiveHeadline session={session} /> : row.headline || t('library.untitled');
}

/** The open story's headline as it is being typed; its row follows only at the next snapshot. */
function LiveHeadline({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const headline = useSession(session, ['fields'], (now) => now.story().fields.headline, 300);
  return headline || t('library.untitled');
}

/** Where else a search has found it: the words around, and which part of the story they are from. */
export function HitLine({ hit }: { hit: FoundRow['hit'] }) {
  const { t } = useTranslation();
  if (!hit || hit.where === 'headline') return null;
  return (
    <>
      {hit.where === 'body' ? null : `${t(`library.where.${hit.where}`)}: `}
      <Marked {...hit} />
    </>
  );
}
