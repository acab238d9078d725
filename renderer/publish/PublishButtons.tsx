import { Menu } from '@base-ui/react/menu';
import { CalendarClock, EyeOff, Hourglass, type LucideIcon, MoreHorizontal, PenLine, Send, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Operation } from '../../preload/contract.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import menu from '../ui/Menu.module.css';
import { type Hindrance, hindranceOf, isPublic, type Place, targetsOf } from './places.ts';
import styles from './publish.module.css';

type Other = Exclude<Operation, 'publish' | 'draft'>;
const OTHERS: readonly { operation: Other; icon: LucideIcon; isDanger?: boolean }[] = [
  { operation: 'schedule', icon: CalendarClock },
  { operation: 'pending', icon: Hourglass },
  { operation: 'private', icon: EyeOff },
  { operation: 'correct', icon: PenLine },
  { operation: 'unpublish', icon: Undo2, isDanger: true },
];

type Props = { chosen: readonly Place[]; isBusy: boolean; onAsk: (operation: Operation) => void };

/** Publish, to all the chosen places at once; beside it whatever else can be asked of them. */
export function PublishButtons({ chosen, isBusy, onAsk }: Props) {
  const { t } = useTranslation();
  const [around, setAround] = useState<HTMLElement | null>(null);
  /** What runs once the menu has closed and given the focus back: it may open a dialog. */
  const asked = useRef<Operation | null>(null);
  const targets = targetsOf('publish', chosen);
  const verb = targets.length > 0 && targets.every((place) => isPublic(place)) ? 'update' : 'publish';
  const label = targets.length > 1 ? (`${verb}Many` as const) : verb;
  const hindrance = hindranceOf('publish', chosen);
  return (
    <>
      <div ref={setAround} className={styles.buttons}>
        <Button
          kind="primary"
          data-tab-start=""
          icon={Send}
          busy={isBusy}
          disabled={hindrance !== null}
          onClick={() => onAsk('publish')}
        >
          {isBusy ? t('publish.starting') : t(`publish.button.${label}`, { count: targets.length })}
        </Button>
        <Menu.Root
          onOpenChangeComplete={(open) => {
            const operation = open ? null : asked.current;
            asked.current = null;
            if (operation) requestAnimationFrame(() => onAsk(operation));
          }}
        >
          <Menu.Trigger disabled={isBusy} render={<IconButton icon={MoreHorizontal} label={t('publish.more')} />} />
          <Menu.Portal container={around}>
            <Menu.Positioner className={menu.positioner} sideOffset={4} positionMethod="fixed" align="end">
              <Menu.Popup className={menu.popup} aria-label={t('publish.more')}>
                {OTHERS.map(({ operation, icon: Icon, isDanger }) => {
                  const why = hindranceOf(operation, chosen);
                  return (
                    <Menu.Item
                      key={operation}
                      disabled={why !== null}
                      className={[menu.item, styles.other, isDanger && menu.danger].filter(Boolean).join(' ')}
                      onClick={() => {
                        asked.current = operation;
                      }}
                    >
                      <Icon size={15} strokeWidth={1.9} aria-hidden="true" />
                      <span>
                        {t(`publish.ask.${operation}`)}
                        {why ? <Why hindrance={why} /> : null}
                      </span>
                    </Menu.Item>
                  );
                })}
              </Menu.Popup>
            </Menu.Positioner>
          </Menu.Portal>
        </Menu.Root>
      </div>
      {hindrance ? (
        <p className={styles.hindrance}>
          <Why hindrance={hindrance} />
        </p>
      ) : null}
    </>
  );
}

function Why({ hindrance: { code, names } }: { hindrance: Hindrance }) {
  const { t } = useTranslation();
  return <span className={styles.why}>{t(`publish.hindrance.${code}`, { names: names.join(', ') })}</span>;
}
