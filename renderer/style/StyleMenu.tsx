import { Menu } from '@base-ui/react/menu';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StorySession } from '../editor/types.ts';
import { useStore } from '../store.ts';
import menuStyles from '../ui/Menu.module.css';
import { MenuAt } from '../ui/MenuAt.tsx';
import ui from '../ui/ui.module.css';
import { accept, ignoreForEver, ignoreOnce } from './actions.ts';
import { activeRules } from './house.ts';
import type { Marking, OpenMark } from './marking.ts';
import styles from './style.module.css';

type Props = {
  session: StorySession;
  marking: Marking;
  /** What the menu is put into: in the landmark of the page. */
  around: HTMLElement | null;
};

/** Why a finding is one, by what source, and what can be done about it, at its words. */
export function StyleMenu(props: Props) {
  const open = useStore(props.marking.menu);
  return open ? <Shown key={open.mark.spot.from} {...props} open={open} /> : null;
}

function Shown({ session, marking, around, open: { mark, rect } }: Props & { open: OpenMark }) {
  const { t } = useTranslation();
  const done = useRef(false);
  const reason = useId();
  const { spot } = mark;
  const { found: words, instead } = spot;
  const rule = activeRules().find(({ id }) => id === spot.rule);
  const act = (length: number, work: () => Promise<void>) => () => {
    done.current = true;
    marking.menu.set(null);
    // The menu gives the focus back first.
    requestAnimationFrame(() => void work().then(() => marking.leave(mark, length)));
  };
  const close = () => {
    if (done.current) return;
    marking.menu.set(null);
    requestAnimationFrame(() => marking.leave(mark));
  };
  return (
    <MenuAt
      rect={rect}
      around={around}
      label={t('style.menu', { words })}
      describedBy={reason}
      className={styles.menu}
      focus='[role="menuitem"]'
      onClose={close}
    >
      <div id={reason} className={styles.reason}>
        <p className={styles.name}>{rule?.name}</p>
        <p>{rule?.why}</p>
        {rule?.source ? <p className={ui.muted}>{t('style.citing', { source: rule.source })}</p> : null}
      </div>
      <Menu.Separator className={menuStyles.line} />
      {instead === null || session.readOnly ? null : (
        <Menu.Item
          className={`${menuStyles.item} ${styles.instead}`}
          onClick={act(instead.length, () => accept(session, [spot]))}
        >
          {instead || t('style.leaveOut')}
        </Menu.Item>
      )}
      <Menu.Item className={menuStyles.item} onClick={act(words.length, () => ignoreOnce(session, spot))}>
        {t('style.ignoreHere')}
      </Menu.Item>
      <Menu.Item className={menuStyles.item} onClick={act(words.length, () => ignoreForEver(spot))}>
        {t('style.ignoreForEver', { words })}
      </Menu.Item>
    </MenuAt>
  );
}
