import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Story } from '../../story/model.ts';
import { compareFacts, type FactChange } from '../../story/review/facts/compare.ts';
import { asProposed } from '../../story/review/suggest/views.ts';
import { call } from '../api.ts';
import type { StorySession } from '../editor/types.ts';
import { dateTime } from '../format.ts';
import { versionText, whoText } from '../history/words.ts';
import { language } from '../i18n.ts';
import { person } from '../state.ts';
import { problem } from '../ui/toasts.tsx';
import { useSession } from '../useSession.ts';

/** So many of the newest versions can be chosen by hand. */
const MOST = 40;
/** The status that an author's sign-off gives. */
const SUBMITTED = 'submitted';

/** The choice of no version. */
export const NOTHING = 'none';

type Choice = { value: string; label: string };

/**
 * What a story's facts can be compared with: the version that its author signed off first, then the newest versions; null
 * while they are read. `changes`: null while the chosen one is read. The story counts as if all suggestions were accepted.
 */
export function useFacts(session: StorySession) {
  const { t } = useTranslation();
  const id = session.storyId;
  const step = useSession(session, ['status'], (now) => lastSubmission(now.story()));
  const [versions, setVersions] = useState<Choice[] | null>(null);
  const [byHand, setByHand] = useState<string | null>(null);
  const [base, setBase] = useState<{ seq: string; story: Story } | null>(null);
  useEffect(() => {
    let isOver = false;
    void Promise.all([
      call('history.signOff', { id, step }),
      call('history.list', { id, before: null, limit: MOST, every: false }),
    ]).then(([signedOff, listed]) => {
      if (isOver) return;
      if (!signedOff.ok) return problem(signedOff);
      if (!listed.ok) return problem(listed);
      const found = signedOff.value;
      // Whoever writes on has not signed off.
      const isOwn = step === null && found?.by.fingerprint === person.get().fingerprint;
      const signOff = found && {
        value: `${found.seq}`,
        label: t('facts.signOff', { name: whoText(found.by), time: dateTime(found.at, language()) }),
      };
      const first = isOwn ? { value: NOTHING, label: t('facts.notYet') } : signOff;
      const rest = listed.value.versions.map((one) => ({ value: `${one.seq}`, label: versionText(one) }));
      setVersions([...(first ? [first] : []), ...rest.filter(({ value }) => value !== first?.value)]);
    });
    return () => {
      isOver = true;
    };
  }, [id, step, t]);
  const known = versions?.some(({ value }) => value === byHand) ? byHand : null;
  const chosen = known ?? versions?.[0]?.value ?? NOTHING;
  useEffect(() => {
    if (chosen === NOTHING) return;
    let isOver = false;
    void call('history.read', { id, seq: Number(chosen) }).then((read) => {
      if (isOver) return;
      if (read.ok) setBase({ seq: chosen, story: asProposed(read.value.story) });
      else problem(read);
    });
    return () => {
      isOver = true;
    };
  }, [id, chosen]);
  const now = useSession(session, ['body', 'fields', 'suggestions'], (one) => one.story(), 1200);
  const changes = useMemo((): FactChange[] | null => {
    if (chosen === NOTHING) return [];
    return base?.seq === chosen ? compareFacts(base.story, asProposed(now)) : null;
  }, [base, chosen, now]);
  return { versions, chosen, choose: setByHand, changes };
}

/** The id of the last step that handed the story in; null: none did. */
function lastSubmission(story: Story): string | null {
  const steps = Object.values(story.desk.steps).filter(({ status }) => status === SUBMITTED);
  return steps.sort((a, b) => a.at.localeCompare(b.at)).at(-1)?.id ?? null;
}
