import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { embargoOf, momentText, parseMoment } from '../../story/text/embargo.ts';
import type { StorySession } from '../editor/types.ts';
import { language } from '../i18n.ts';
import { prefs } from '../state.ts';
import { useStore } from '../store.ts';
import field from '../ui/Field.module.css';
import { useNow } from '../useNow.ts';
import { useSession } from '../useSession.ts';
import { momentWords, zoneName } from './moment.ts';
import { useFieldInput } from './useFieldInput.ts';

/**
 * Before when the story must not go out, typed in the newsroom's time zone and kept as an instant. What cannot be read is kept
 * as it was typed, and said: it stands in the way of a publication until it is mended.
 */
export function EmbargoField({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const { timeZone } = useStore(prefs);
  const now = useNow();
  const hint = useId();
  const [isTyping, setIsTyping] = useState(false);
  const show = (one: StorySession): string => {
    const embargo = embargoOf(one.story().fields.embargo);
    return embargo.kind === 'until' ? momentText(embargo.at, timeZone) : one.story().fields.embargo;
  };
  const ref = useFieldInput(session, 'embargo', show);
  const embargo = useSession(session, ['fields'], (one) => embargoOf(one.story().fields.embargo), 500);
  // Half a time is no mistake yet.
  const isBad = embargo.kind === 'unclear' && !isTyping;
  const isOver = embargo.kind === 'until' && embargo.at <= now;
  const words = embargo.kind === 'until' ? momentWords(embargo.at, timeZone, language()) : '';
  return (
    <div className={field.field}>
      <span className={field.label} aria-hidden="true">
        {t('editor.field.embargo')}
      </span>
      <input
        ref={ref}
        className={field.input}
        data-field="embargo"
        data-invalid={isBad || undefined}
        aria-label={t('editor.field.embargo')}
        aria-describedby={hint}
        aria-invalid={isBad}
        placeholder={t('editor.placeholder.embargo')}
        defaultValue={show(session)}
        maxLength={200}
        readOnly={session.readOnly}
        onFocus={() => setIsTyping(true)}
        onBlur={() => setIsTyping(false)}
        autoComplete="off"
        spellCheck={false}
        onInput={({ currentTarget: { value } }) =>
          session.setField('embargo', parseMoment(value, timeZone) ?? value.trim())
        }
      />
      <span id={hint} role="status" className={isBad ? field.error : field.hint}>
        {isBad ? t('story.embargo.unclear') : null}
        {embargo.kind !== 'until' && !isBad ? t('story.embargo.none', { zone: zoneName(timeZone, language()) }) : null}
        {embargo.kind === 'until' ? t(isOver ? 'story.embargo.over' : 'story.embargo.until', { time: words }) : null}
      </span>
    </div>
  );
}
