import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isSamePerson, type Person } from '../../story/workflow.ts';
import type { StorySession } from '../editor/types.ts';
import { person } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useSession } from '../useSession.ts';
import { Deadline } from './Deadline.tsx';
import { loadSenders, peopleOf, personNamed, senders } from './people.ts';

/** Whose work the story is, and until when. */
export function Assignment({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const me = useStore(person);
  useStore(senders);
  useEffect(() => void loadSenders(), []);
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const { assignee, people } = useSession(session, ['status', 'threads'], (now) => ({
    assignee: now.story().desk.assignee,
    people: peopleOf(now.story(), me),
  }));
  const name = assignee?.name ?? '';
  // Somebody else's step may give the story to another; what is being typed stays.
  useEffect(() => {
    if (input.current && input.current !== document.activeElement) input.current.value = name;
  }, [name]);
  const give = (to: Person | null) => {
    const { desk } = session.story();
    if (JSON.stringify(to) !== JSON.stringify(desk.assignee)) session.setWork({ desk: { ...desk, assignee: to } });
    if (input.current) input.current.value = to?.name ?? '';
  };
  const read = () => give(personNamed(input.current?.value ?? '', people));
  const isMine = assignee !== null && isSamePerson(assignee, me);
  return (
    <>
      <TextField
        ref={input}
        label={t('workflow.assignee')}
        hint={t('workflow.assigneeHint')}
        defaultValue={name}
        maxLength={200}
        list={list}
        readOnly={session.readOnly}
        autoComplete="off"
        spellCheck={false}
        onBlur={read}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) read();
        }}
      />
      <datalist id={list}>
        {people.map((one) => (
          <option key={one.fingerprint + one.name} value={one.name} />
        ))}
      </datalist>
      {isMine || session.readOnly ? null : (
        <div>
          <Button onClick={() => give({ fingerprint: me.fingerprint, name: me.name })}>{t('workflow.toMe')}</Button>
        </div>
      )}
      <Deadline session={session} />
    </>
  );
}
