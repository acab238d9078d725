import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HOUSE_LIMITS } from '../../story/limits.ts';
import type { FieldName } from '../../story/model.ts';
import { ruleOf } from '../../story/types/rules.ts';
import { ALWAYS, MAX_TYPE_NAME, type StoryType, TYPED_FIELDS, typeName } from '../../story/types/type.ts';
import { language } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import input from '../ui/Field.module.css';
import { TextField } from '../ui/TextField.tsx';
import ui from '../ui/ui.module.css';
import { type FormProblem, typeOfForm, WITH_VALUE, WITHOUT_LIMIT } from './form.ts';
import styles from './types.module.css';

const USES = ['shown', 'required', 'hidden'] as const;

type Props = { type: StoryType; onSave: (type: StoryType) => void; onCancel: () => void };

/** What a type says of each field, a row each. */
export function TypeForm({ type, onSave, onCancel }: Props) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const read = typeOfForm(type, Object.fromEntries(new FormData(form)) as Record<string, string>, language());
    setProblem(read.ok ? null : read.problem);
    if (read.ok) return onSave(read.type);
    const wrong = 'name' in read.problem ? 'name' : `${read.problem.limit}.limit`;
    form.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
  };
  const wrongLimit = problem && 'limit' in problem ? problem.limit : null;
  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <div className={styles.head}>
        <TextField
          label={t('types.name')}
          name="name"
          defaultValue={typeName(type, language())}
          maxLength={MAX_TYPE_NAME}
          autoComplete="off"
          autoFocus
          error={problem && 'name' in problem ? t('types.nameNeeded') : null}
        />
        <label className={input.field}>
          <span className={input.label}>{t('types.language')}</span>
          <select name="language" className={input.input} defaultValue={type.language ?? ''}>
            <option value="">{t('types.languageAny')}</option>
            <option value="vi">Tiếng Việt</option>
            <option value="en">English</option>
          </select>
        </label>
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('types.field')}</th>
            <th scope="col">{t('types.use')}</th>
            <th scope="col">{t('types.limit')}</th>
            <th scope="col">{t('types.value')}</th>
            <th scope="col">{t('types.help')}</th>
          </tr>
        </thead>
        <tbody>
          {TYPED_FIELDS.map((name) => (
            <Row key={name} type={type} name={name} isWrong={wrongLimit === name} />
          ))}
        </tbody>
      </table>
      <div className={styles.decide}>
        {wrongLimit ? (
          <p role="alert" id="type-limit-wrong" className={input.error}>
            {t('types.badLimit')}
          </p>
        ) : null}
        <div className={ui.row}>
          <Button kind="primary" type="submit">
            {t('types.save')}
          </Button>
          <Button kind="quiet" onClick={onCancel}>
            {t('ui.cancel')}
          </Button>
        </div>
      </div>
    </form>
  );
}

function Row({ type, name, isWrong }: { type: StoryType; name: FieldName; isWrong: boolean }) {
  const { t } = useTranslation();
  const field = t(`editor.field.${name}`);
  const { use = 'shown', limit, value, help } = ruleOf(type, name);
  return (
    <tr>
      <th scope="row">{field}</th>
      <td>
        {ALWAYS.has(name) ? (
          t('types.uses.required')
        ) : (
          <select
            name={`${name}.use`}
            className={input.input}
            defaultValue={use}
            aria-label={t('types.useOf', { field })}
          >
            {USES.map((one) => (
              <option key={one} value={one}>
                {t(`types.uses.${one}`)}
              </option>
            ))}
          </select>
        )}
      </td>
      <td className={styles.limit}>
        {WITHOUT_LIMIT.has(name) ? null : (
          <input
            name={`${name}.limit`}
            className={input.input}
            inputMode="numeric"
            defaultValue={limit ?? ''}
            placeholder={String(HOUSE_LIMITS[name] ?? '')}
            aria-label={t('types.limitOf', { field })}
            aria-invalid={isWrong || undefined}
            aria-describedby={isWrong ? 'type-limit-wrong' : undefined}
            data-invalid={isWrong ? '' : undefined}
          />
        )}
      </td>
      <td>
        {WITH_VALUE.has(name) ? (
          <input
            name={`${name}.value`}
            className={input.input}
            defaultValue={value ?? ''}
            maxLength={2000}
            aria-label={t('types.valueOf', { field })}
          />
        ) : null}
      </td>
      <td>
        <input
          name={`${name}.help`}
          className={input.input}
          defaultValue={help ?? ''}
          maxLength={500}
          aria-label={t('types.helpOf', { field })}
        />
      </td>
    </tr>
  );
}
