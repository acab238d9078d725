import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../preload/contract.ts';
import { t } from '../i18n.ts';
import buttons from './Button.module.css';
import { IconButton } from './IconButton.tsx';
import styles from './toasts.module.css';

const manager = Toast.createToastManager();

/** Says that something went well, and perhaps how to take it back; goes by itself. */
export const notice = (text: string, action?: { label: string; run: () => void }): void => {
  if (!action) return void manager.add({ title: text, type: 'ok', timeout: 6_000 });
  const id = manager.add({
    title: text,
    type: 'ok',
    timeout: 20_000, // long enough to get there by keyboard
    actionProps: {
      children: action.label,
      onClick: () => {
        manager.close(id);
        action.run();
      },
    },
  });
};

/** Says what failed, what is safe and what to do; stays until it is closed. What the person cancelled is no failure. */
export const problem = (failure: Failure, title: string = t('ui.problem')): void => {
  if (failure.code === 'cancelled') return;
  const detail = failure.detail ? `\n${t('ui.detail', { detail: failure.detail })}` : '';
  manager.add({
    id: `problem-${failure.code}-${failure.detail ?? ''}`,
    title,
    description: t(`error.${failure.code}`) + detail,
    type: 'danger',
    priority: 'high',
    timeout: 0,
  });
};

export function Toasts() {
  const { t } = useTranslation();
  return (
    <Toast.Provider toastManager={manager} limit={4}>
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport} data-pane="notices" aria-label={t('ui.notices')}>
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { t } = useTranslation();
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={`${styles.toast} ${styles[toast.type ?? 'ok']}`}>
      <Toast.Content className={styles.content}>
        <div className={styles.text}>
          <Toast.Title className={styles.title} />
          <Toast.Description />
          <Toast.Action className={`${buttons.button} ${styles.action}`} />
        </div>
        <Toast.Close render={<IconButton icon={X} label={t('ui.close')} />} />
      </Toast.Content>
    </Toast.Root>
  ));
}
