import { Plus, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BYLINE_ROLES, type Credit, formatByline, parseByline } from '../../story/text/byline.ts';
import type { StorySession } from '../editor/types.ts';
import { Button } from '../ui/Button.tsx';
import field from '../ui/Field.module.css';
import { IconButton } from '../ui/IconButton.tsx';
import { useSession } from '../useSession.ts';
import styles from './tab.module.css';

type Row = Credit & { key: number };
const PARTS = ['role', 'name', 'code'] as const;
let keys = 0;
const blank = (): Row => ({ role: '', name: '', code: '', key: ++keys });
const rowsOf = (byline: string): Row[] => {
  const rows = parseByline(byline).map((credit) => ({ ...credit, key: ++keys }));
  return rows.length > 0 ? rows : [blank()];
};

/** The byline as a row for each person. It reads and writes the one field on the page, in which no word is lost by it. */
export function BylineRows({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const byline = useSession(session, ['fields'], (now) => now.story().fields.byline, 400);
  const language = useSession(session, ['language'], (now) => now.story().language);
  const [rows, setRows] = useState(() => rowsOf(byline));
  const written = useRef(byline);
  const group = useRef<HTMLFieldSetElement>(null);
  const roles = useId();

  // Typed on the page, merged or taken back: read anew, but not under somebody's hands.
  useEffect(() => {
    if (byline === written.current || group.current?.contains(document.activeElement)) return;
    written.current = byline;
    setRows(rowsOf(byline));
  }, [byline]);

  const write = (next: readonly Row[]) => {
    written.current = formatByline(next);
    session.setField('byline', written.current);
  };
  const type = (row: Row, part: keyof Credit, text: string) => {
    row[part] = text;
    write(rows);
  };
  const add = () => {
    setRows([...rows, blank()]);
    requestAnimationFrame(() => focusName(group.current, rows.length));
  };
  const remove = (row: Row) => {
    const at = rows.indexOf(row);
    const left = rows.filter((one) => one !== row);
    write(left);
    setRows(left.length > 0 ? left : [blank()]);
    requestAnimationFrame(() => focusName(group.current, Math.max(0, at - 1)));
  };

  return (
    <fieldset ref={group} className={styles.credits} aria-label={t('story.byline.title')} disabled={session.readOnly}>
      <datalist id={roles}>
        {BYLINE_ROLES[language].map((role) => (
          <option key={role} value={role} />
        ))}
      </datalist>
      {rows.map((row, index) => (
        <div key={row.key} className={styles.credit}>
          {PARTS.map((part) => (
            <input
              key={part}
              className={field.input}
              data-byline={part}
              aria-label={t(`story.byline.${part}Of`, { number: index + 1 })}
              placeholder={t(`story.byline.${part}`)}
              defaultValue={row[part]}
              list={part === 'role' ? roles : undefined}
              maxLength={200}
              autoComplete="off"
              spellCheck={false}
              onInput={(event) => type(row, part, event.currentTarget.value)}
            />
          ))}
          <IconButton icon={X} label={t('story.byline.remove', { number: index + 1 })} onClick={() => remove(row)} />
        </div>
      ))}
      <div>
        <Button kind="quiet" icon={Plus} onClick={add}>
          {t('story.byline.add')}
        </Button>
      </div>
    </fieldset>
  );
}

const focusName = (group: HTMLElement | null, at: number): void =>
  group?.querySelectorAll<HTMLInputElement>('[data-byline="name"]')[at]?.focus();
