import { Menu } from '@base-ui/react/menu';
import { useRef } from 'react';
import { useStore } from '../../store.ts';
import menuStyles from '../../ui/Menu.module.css';
import { MenuAt } from '../../ui/MenuAt.tsx';
import { useTexts } from '../texts.ts';
import type { OpenMenu, SpellCheck } from './controller.ts';
import styles from './spelling.module.css';

type Props = {
  check: SpellCheck /** What the menu is put into: in the landmark of the page. */;
  around: HTMLElement | null;
  readOnly: boolean;
};

/** What can be done about a finding, at its word. */
export function SpellingMenu(props: Props) {
  const open = useStore(props.check.menu);
  return open ? <Shown {...props} open={open} /> : null;
}

function Shown({ check, around, open: { mark, rect, suggestions }, readOnly }: Props & { open: OpenMenu }) {
  const t = useTexts();
  const done = useRef(false);
  const first = readOnly ? undefined : suggestions?.[0];
  const act = (work: () => void) => () => {
    done.current = true;
    check.menu.set(null);
    // The menu gives the focus back first.
    requestAnimationFrame(work);
  };
  const close = () => {
    if (done.current) return;
    check.menu.set(null);
    requestAnimationFrame(() => check.leave(mark));
  };
  return (
    <MenuAt
      rect={rect}
      around={around}
      label={t('spelling.menu', { word: mark.word })}
      // Enter takes the first suggestion, also one that had to be looked up.
      focus={first === undefined ? '[role="menuitem"]' : '[data-suggestion]'}
      onClose={close}
    >
      {suggestions === null ? <p className={styles.note}>{t('spelling.looking')}</p> : null}
      {suggestions?.length === 0 ? <p className={styles.note}>{t('spelling.noSuggestion')}</p> : null}
      {readOnly
        ? null
        : suggestions?.map((text) => (
            <Menu.Item
              key={text}
              data-suggestion
              className={`${menuStyles.item} ${styles.suggestion}`}
              onClick={act(() => check.accept(mark, text))}
            >
              {text}
            </Menu.Item>
          ))}
      <Menu.Separator className={menuStyles.line} />
      <Menu.Item className={menuStyles.item} onClick={act(() => check.ignore(mark))}>
        {t('spelling.ignore')}
      </Menu.Item>
      {mark.kind === 'spelling' ? (
        <Menu.Item className={menuStyles.item} onClick={act(() => check.learn(mark))}>
          {t('spelling.learn', { word: mark.word })}
        </Menu.Item>
      ) : null}
    </MenuAt>
  );
}
