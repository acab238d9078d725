import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClosedLibrary, ErrorCode } from '../../preload/contract.ts';
import { call } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { problem } from '../ui/toasts.tsx';
import ui from '../ui/ui.module.css';
import styles from './recovery.module.css';

/** Why a library may stay closed, in words of its own; any other code has its general sentence. */
const KNOWN = [
  'newerSchema',
  'libraryInUse',
  'networkDrive',
  'folderReadOnly',
  'folderMissing',
  'diskFull',
  'diskError',
  'damaged',
] as const;
const knownOf = (code: ErrorCode) => KNOWN.find((known) => known === code);
/** Where trying again changes nothing before something else is done. */
const ELSEWHERE: readonly ErrorCode[] = ['networkDrive', 'newerSchema', 'folderMissing'];

/** Where the library may be lost. */
const WITH_BACKUP: readonly ErrorCode[] = ['folderMissing', 'diskError', 'damaged'];

/** The whole window, when no library can be opened: why, what is safe, what to do. */
export function StartProblem({ library }: { library: ClosedLibrary }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  // Where it works, main loads every page afresh.
  const attempt = async (name: 'library.reopen' | 'library.chooseFolder' | 'library.showFolder') => {
    setBusy(true);
    const done = await call(name, {});
    if (!done.ok) problem(done);
    setBusy(false);
  };
  const known = knownOf(library.code);
  const chooseFirst = ELSEWHERE.includes(library.code);
  return (
    <main className={styles.start} aria-labelledby="start-problem">
      <div className={styles.startCard}>
        <h1 id="start-problem" ref={title} tabIndex={-1}>
          {known ? t(`startProblem.titleOf.${known}`) : t('startProblem.title')}
        </h1>
        <p>{known ? t(`startProblem.textOf.${known}`) : t(`error.${library.code}`)}</p>
        {WITH_BACKUP.includes(library.code) ? <p>{t('startProblem.backup')}</p> : null}
        <p className={`${ui.muted} ${styles.path}`}>
          {t('startProblem.folder', { folder: library.folder })}
          {library.detail && library.detail !== library.folder ? (
            <>
              <br />
              {t('startProblem.detail', { detail: library.detail })}
            </>
          ) : null}
        </p>
        <div className={ui.row}>
          <Button
            kind={chooseFirst ? 'plain' : 'primary'}
            disabled={busy}
            onClick={() => void attempt('library.reopen')}
          >
            {t('startProblem.again')}
          </Button>
          <Button
            kind={chooseFirst ? 'primary' : 'plain'}
            disabled={busy}
            onClick={() => void attempt('library.chooseFolder')}
          >
            {t('startProblem.choose')}
          </Button>
          {library.code === 'folderMissing' ? null : (
            <Button disabled={busy} onClick={() => void attempt('library.showFolder')}>
              {t('startProblem.showFolder')}
            </Button>
          )}
          <Button kind="quiet" disabled={busy} onClick={() => void call('app.quit', {})}>
            {t('startProblem.quit')}
          </Button>
        </div>
      </div>
    </main>
  );
}
