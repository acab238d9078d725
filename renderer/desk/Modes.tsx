import { Focus, MoveVertical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isMac, shortcutText, useKeys } from '../commands.ts';
import { view } from '../editor/view/view.ts';
import { run } from '../run.ts';
import { useStore } from '../store.ts';
import styles from './desk.module.css';

/** How the page is shown otherwise than usual; a press ends it. */
export function Modes() {
  const { t } = useTranslation();
  const { focus, typewriter, zoom } = useStore(view);
  const keys = {
    focus: shortcutText(useKeys('view.focus'), isMac()),
    typewriter: shortcutText(useKeys('view.typewriter'), isMac()),
    zoom: shortcutText(useKeys('view.zoomReset'), isMac()),
  };
  return (
    <>
      {focus ? (
        <button
          type="button"
          className={styles.statusButton}
          title={t('status.endMode', { keys: keys.focus })}
          onClick={() => run('view.focus')}
        >
          <Focus size={13} aria-hidden="true" />
          {t('menu.view_focus')}
        </button>
      ) : null}
      {typewriter ? (
        <button
          type="button"
          className={styles.statusButton}
          title={t('status.endMode', { keys: keys.typewriter })}
          onClick={() => run('view.typewriter')}
        >
          <MoveVertical size={13} aria-hidden="true" />
          {t('menu.view_typewriter')}
        </button>
      ) : null}
      {zoom === 1 ? null : (
        <button
          type="button"
          className={styles.statusButton}
          title={t('status.endMode', { keys: keys.zoom })}
          onClick={() => run('view.zoomReset')}
        >
          {Math.round(zoom * 100)}%
        </button>
      )}
    </>
  );
}
