import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StyleFinding } from '../../story/style/find.ts';
import type { StyleRule } from '../../story/style/rules.ts';
import { prefs } from '../state.ts';
import { useStore } from '../store.ts';
import { TextField } from '../ui/TextField.tsx';
import ui from '../ui/ui.module.css';
import { createChecker } from './checker.ts';
import type { ReadRule, RuleProblem } from './form.ts';
import { withHouseMark } from './house.ts';
import styles from './style.module.css';

type Shown =
  | { kind: 'none' | 'slow' }
  | { kind: 'bad'; problem: RuleProblem }
  | { kind: 'found'; text: string; found: StyleFinding[] };

/** After the last key, in milliseconds. */
const QUIET = 250;

/** What the rule in the form finds in a text, and what would be written, as one types either. */
export function RuleTest({ form, read }: { form: RefObject<HTMLFormElement | null>; read: () => ReadRule }) {
  const { t } = useTranslation();
  const { language } = useStore(prefs);
  const [shown, setShown] = useState<Shown>({ kind: 'none' });
  const reading = useRef(read);
  reading.current = read;
  useEffect(() => {
    const checker = createChecker();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const text = form.current?.querySelector<HTMLTextAreaElement>('[name="test"]')?.value.normalize('NFC') ?? '';
      if (text === '') return setShown({ kind: 'none' });
      const now = reading.current();
      if (!now.ok) return setShown({ kind: 'bad', problem: now.problem });
      const { rule } = now;
      const spoken = rule.language === 'any' ? language : rule.language;
      const checked = await checker.check({
        texts: [{ text, language: spoken, end: 'text' }],
        rules: [testable(rule)],
      });
      if (checked.kind === 'slow') setShown({ kind: 'slow' });
      if (checked.kind === 'found') setShown({ kind: 'found', text, found: checked.found[0] ?? [] });
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), QUIET);
    };
    const place = form.current;
    place?.addEventListener('input', soon);
    return () => {
      clearTimeout(timer);
      place?.removeEventListener('input', soon);
      checker.stop();
    };
  }, [form, language]);
  return (
    <div className={styles.test}>
      <TextField label={t('style.test')} name="test" rows={3} hint={t('style.testHint')} />
      <div role="status" className={ui.small}>
        {shown.kind === 'slow' ? t('style.testSlow') : null}
        {shown.kind === 'bad' ? t(`style.bad.${shown.problem.code}`, { message: shown.problem.message }) : null}
        {shown.kind === 'found' ? <Findings {...shown} /> : null}
      </div>
    </div>
  );
}

function Findings({ text, found }: { text: string; found: StyleFinding[] }) {
  const { t } = useTranslation();
  if (found.length === 0) return t('style.testNothing');
  const list = found.map((one) => `“${one.found}”`).join(', ');
  return (
    <>
      <p>{t('style.testFound', { count: found.length, list })}</p>
      {found.some(({ instead }) => instead !== null) ? (
        <p>{t('style.testWrites', { text: written(text, found) })}</p>
      ) : null}
    </>
  );
}

/** On, and with the mark that the newsroom has set. The day of its effect has come. */
const testable = (rule: StyleRule): StyleRule => ({ ...withHouseMark(rule), on: true });

/** The text with every finding put as the rule says. */
const written = (text: string, found: readonly StyleFinding[]): string =>
  found.reduceRight(
    (now, { from, to, instead }) => now.slice(0, from) + (instead ?? now.slice(from, to)) + now.slice(to),
    text,
  );
