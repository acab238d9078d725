import { useTranslation } from 'react-i18next';
import { desk } from '../state.ts';
import { useStore } from '../store.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { report, showRecovery, unnoted } from './recovery.ts';

/** Something unusual was found and not seen yet: the way to it. */
export function RecoveryBanner() {
  const { t } = useTranslation();
  const count = useStore(report).length;
  const problem = useStore(unnoted);
  if (count > 0)
    return (
      <Banner
        tone="warn"
        title={t('recovery.bannerTitle', { count })}
        live="alert"
        actions={
          <Button onClick={() => void showRecovery(desk.session()?.storyId ?? null)}>{t('recovery.show')}</Button>
        }
      >
        <p>{t('recovery.bannerHint')}</p>
      </Banner>
    );
  if (!problem) return null;
  return (
    <Banner tone="warn" title={t('desk.libraryProblem')} live="alert">
      <p>{t(`error.${problem}`)}</p>
    </Banner>
  );
}
