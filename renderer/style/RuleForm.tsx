import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import input from '../ui/Field.module.css';
import { TextField } from '../ui/TextField.tsx';
import ui from '../ui/ui.module.css';
import { HOWS, howOf, KINDS, lookText, type ReadRule, type RuleProblem, ruleOfForm } from './form.ts';
import { RuleTest } from './RuleTest.tsx';
import type { EditedRule } from './sets.ts';
import styles from './style.module.css';

type Props = { edited: EditedRule; onSave: (edited: EditedRule) => void; onCancel: () => void };

/** One rule, with a field that shows at once what it finds and would write. */
export function RuleForm({ edited, onSave, onCancel }: Props) {
  const { t } = useTranslation();
  const { rule } = edited;
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<RuleProblem | null>(null);
  const read = (): ReadRule => ruleOfForm(rule, dataOf(form.current));
  /** It can be tried before it is explained. */
  const readToTry = (): ReadRule => {
    const data = dataOf(form.current);
    return ruleOfForm(rule, { ...data, name: data.name || '?', why: data.why || '?' });
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const now = read();
    setProblem(now.ok ? null : now.problem);
    if (now.ok) return onSave({ ...edited, rule: now.rule });
    const { code } = now.problem;
    const wrong = isOwnField(code) ? code : 'look';
    form.current?.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
  };
  const said = problem ? t(`style.bad.${problem.code}`, { message: problem.message }) : null;
  const look = lookText(rule);
  return (
    <form ref={form} className={styles.form} onSubmit={save} noValidate>
      <TextField
        label={t('style.name')}
        name="name"
        defaultValue={rule.name}
        maxLength={300}
        autoComplete="off"
        autoFocus
        error={problem?.code === 'name' ? said : null}
      />
      <TextField
        label={t('style.why')}
        name="why"
        defaultValue={rule.why}
        maxLength={2000}
        rows={2}
        hint={t('style.whyHint')}
        error={problem?.code === 'why' ? said : null}
      />
      <TextField label={t('style.source')} name="source" defaultValue={rule.source} maxLength={2000} />
      <div className={styles.choices}>
        <Choice name="language" label={t('style.language')} value={rule.language}>
          <option value="vi">Tiếng Việt</option>
          <option value="en">English</option>
          <option value="any">{t('style.languageAny')}</option>
        </Choice>
        <Choice name="kind" label={t('style.kind')} value={rule.kind}>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`style.kinds.${kind}`)}
            </option>
          ))}
        </Choice>
        <Choice name="how" label={t('style.how')} value={howOf(rule)}>
          {HOWS.map((how) => (
            <option key={how} value={how}>
              {t(`style.hows.${how}`)}
            </option>
          ))}
        </Choice>
      </div>
      <TextField
        label={t('style.look')}
        name="look"
        defaultValue={look.trim() === '→' ? '' : look}
        rows={4}
        hint={t('style.lookHint')}
        error={problem && !isOwnField(problem.code) ? said : null}
      />
      <Checkbox
        label={t('style.anyCase')}
        name="anyCase"
        defaultChecked={'anyCase' in rule.find && rule.find.anyCase}
      />
      <TextField
        label={t('style.instead')}
        name="instead"
        defaultValue={rule.replace ?? ''}
        maxLength={300}
        hint={t('style.insteadHint')}
      />
      <TextField
        label={t('style.except')}
        name="except"
        defaultValue={rule.except.join('\n')}
        rows={2}
        hint={t('style.exceptHint')}
      />
      <TextField
        label={t('style.since')}
        name="since"
        defaultValue={rule.since ?? ''}
        placeholder="2025-07-01"
        autoComplete="off"
        hint={t('style.sinceHint')}
        error={problem?.code === 'since' ? said : null}
      />
      <Checkbox label={t('style.blocks')} name="blocks" defaultChecked={rule.blocks ?? false} />
      <RuleTest form={form} read={readToTry} />
      <div className={ui.row}>
        <Button kind="primary" type="submit">
          {t('style.save')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}

const dataOf = (form: HTMLFormElement | null): Record<string, string> =>
  form ? (Object.fromEntries(new FormData(form)) as Record<string, string>) : {};

/** The others are told at what the rule looks for. */
const isOwnField = (code: RuleProblem['code']): code is 'name' | 'why' | 'since' =>
  code === 'name' || code === 'why' || code === 'since';

type ChoiceProps = { name: string; label: string; value: string; children: React.ReactNode };

function Choice({ name, label, value, children }: ChoiceProps) {
  return (
    <label className={input.field}>
      <span className={input.label}>{label}</span>
      <select name={name} className={input.input} defaultValue={value}>
        {children}
      </select>
    </label>
  );
}
