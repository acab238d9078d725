import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { embargoOf, momentText, parseMoment } from '../../story/text/embargo.ts';
import { language } from '../i18n.ts';
import { momentWords, zoneName } from '../inspector/moment.ts';
import { prefs } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { proposedTime, timeProblem } from './schedule.ts';

type FormProps = {
  /** The story's field. */
  embargo: string;
  /** An instant that it is scheduled for already. */
  scheduled: string | null;
  onSchedule: (at: string) => void;
};
type Props = FormProps & {
  open: boolean;
  /** Names of the places it is for. */
  names: readonly string[];
  onClose: () => void;
};
const FORM = 'publish-schedule';

/** When readers are to see the story, typed in the newsroom's time zone: not in the past, and not before its embargo ends. */
export function ScheduleDialog({ open, names, onClose, ...form }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('publish.schedule.title')}
      description={t('publish.schedule.hint', { names: names.join(', ') })}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" form={FORM}>
            {t('publish.schedule.button')}
          </Button>
        </>
      }
    >
      <TimeForm {...form} />
    </Dialog>
  );
}

function TimeForm({ embargo: field, scheduled, onSchedule }: FormProps) {
  const { t } = useTranslation();
  const { timeZone } = useStore(prefs);
  const embargo = embargoOf(field);
  const until = embargo.kind === 'until' ? embargo.at : null;
  const [first] = useState(() => momentText(proposedTime(Date.now(), until, scheduled), timeZone));
  const [typed, setTyped] = useState(first);
  const [error, setError] = useState<string | null>(null);
  const at = parseMoment(typed, timeZone);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wrong = timeProblem(at, Date.now(), until);
    if (wrong) setError(t(`publish.schedule.${wrong}`, { time: until === null ? '' : momentText(until, timeZone) }));
    else if (at) onSchedule(at);
  };
  return (
    <form id={FORM} onSubmit={submit} noValidate>
      <TextField
        label={t('publish.schedule.time', { zone: zoneName(timeZone, language()) })}
        name="time"
        defaultValue={first}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        placeholder={t('editor.placeholder.embargo')}
        hint={at === null ? t('publish.schedule.example') : momentWords(Date.parse(at), timeZone, language())}
        error={error}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          setError(null);
        }}
      />
    </form>
  );
}
