import { Component, type ReactNode } from 'react';
import { t } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import styles from './desk.module.css';

type Props = {
  children: ReactNode;
  /** Writes what is open to the disk; whether all of it is there. */
  flush: () => Promise<boolean>;
};
type State = { failed: boolean; safe: boolean | null };

/** When the screen itself fails: the story is no part of the screen, so it is written first, and the truth is told. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false, safe: null };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
    void this.props.flush().then((safe) => this.setState({ safe }));
  }

  override render(): ReactNode {
    const { failed, safe } = this.state;
    if (!failed) return this.props.children;
    return (
      <main className={styles.crash}>
        <h1>{t('crash.title')}</h1>
        <p role="alert">{safe === null ? t('crash.checking') : safe ? t('crash.safe') : t('crash.unsure')}</p>
        <Button kind="primary" onClick={() => window.location.reload()}>
          {t('crash.reload')}
        </Button>
      </main>
    );
  }
}
