import { useTranslation } from 'react-i18next';
import { MODES } from '../../editor/suggest/mode.ts';
import type { StorySession } from '../../editor/types.ts';
import { Segments } from '../../ui/Segments.tsx';
import { useSession } from '../../useSession.ts';

/** Edit, suggest or read. Key it by the story. */
export function ModeSwitch({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const mode = useSession(session, ['mode'], (now) => now.mode);
  return (
    <Segments
      label={t('suggest.mode')}
      value={mode}
      items={MODES.map((value) => ({ value, label: t(`suggest.modes.${value}`) }))}
      onChange={(next) => session.setMode(next)}
    />
  );
}
