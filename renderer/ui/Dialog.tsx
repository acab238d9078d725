import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import buttons from './Button.module.css';
import styles from './Dialog.module.css';

type Props = {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the safe one first. */
  actions?: ReactNode;
  size?: 'small' | 'medium' | 'wide' | 'full';
  /** Where the focus begins, if not at the first thing there is. */
  startAt?: () => HTMLElement | null;
  /** A question: only its buttons answer it. */
  question?: boolean;
};

export function Dialog(props: Props) {
  const { open, onClose, title, description, children, actions, size = 'small', startAt, question } = props;
  const { t } = useTranslation();
  return (
    <Base.Root
      open={open}
      disablePointerDismissal={question}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup
          data-modal=""
          initialFocus={startAt && (() => startAt() ?? true)}
          className={`${styles.popup} ${styles[size]}`}
        >
          <Base.Title className={styles.title}>{title}</Base.Title>
          <div className={styles.body}>
            {description ? (
              <Base.Description className={styles.description} render={<div />}>
                {description}
              </Base.Description>
            ) : null}
            {children}
          </div>
          {actions ? <div className={styles.actions}>{actions}</div> : null}
          {/* Last, so that the focus begins at what the dialog is about. */}
          {question ? null : (
            <button
              type="button"
              className={`${buttons.icon} ${styles.close}`}
              aria-label={t('ui.close')}
              // Not IconButton's: where the focus begins here, its open tooltip would take the first Escape for itself.
              title={t('ui.close')}
              onClick={onClose}
            >
              <X size={17} strokeWidth={1.8} aria-hidden="true" />
            </button>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
