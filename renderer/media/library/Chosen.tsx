import { ImagePlus, Info } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isMac, shortcutText } from '../../commands.ts';
import { desk } from '../../state.ts';
import { useStore } from '../../store.ts';
import { Button } from '../../ui/Button.tsx';
import { showPhoto } from '../photo/open.ts';
import styles from './photoLibrary.module.css';
import { putIntoStory } from './put.ts';
import { chosen } from './state.ts';

/** What is chosen, and what can be done with it; without any, which keys there are. */
export function Chosen() {
  const { t } = useTranslation();
  const on = useStore(chosen);
  const view = useStore(desk.view);
  const canPut = view.kind === 'open' && !view.session.readOnly;
  const [only] = on.keys();
  return (
    <div className={styles.chosen}>
      <p className={styles.hint} role="status">
        {on.size > 0
          ? t('photos.library.chosen', { count: on.size })
          : t('photos.library.hint', { keys: shortcutText('Mod+Enter', isMac()) })}
      </p>
      {on.size > 0 ? (
        <>
          <Button kind="quiet" onClick={() => chosen.set(new Map())}>
            {t('photos.library.chooseNone')}
          </Button>
          {only && on.size === 1 ? (
            <Button icon={Info} onClick={() => showPhoto(only)}>
              {t('photo.open')}
            </Button>
          ) : null}
          <Button kind="primary" icon={ImagePlus} disabled={!canPut} onClick={() => void putIntoStory([...on.keys()])}>
            {t('photos.library.put')}
          </Button>
        </>
      ) : null}
    </div>
  );
}
