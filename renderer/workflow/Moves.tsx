import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { approvalState } from '../../story/review/approval.ts';
import { type Move, moved, movesOf, type PossibleMove } from '../../story/review/workflow.ts';
import type { StorySession } from '../editor/types.ts';
import { Approval } from '../inspector/StoryTab.tsx';
import { person } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { notice } from '../ui/toasts.tsx';
import ui from '../ui/ui.module.css';
import { useSession } from '../useSession.ts';
import { actor, houseRules, signedRoles } from './house.ts';
import styles from './workflow.module.css';

const MOST_NOTE = 20_000;

/** Where the story stands, and the steps that can be made from there; the next one first. */
export function Moves({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const me = useStore(person);
  const rules = useStore(houseRules);
  useStore(signedRoles);
  const group = useRef<HTMLFieldSetElement>(null);
  const note = useRef<HTMLInputElement>(null);
  const [made, setMade] = useState(0);
  const { moves, isChanged } = useSession(
    session,
    ['status', 'body', 'fields'],
    (now) => ({
      moves: movesOf(now.story(), actor(me), rules),
      isChanged: approvalState(now.story()) === 'changedSince',
    }),
    400,
  );
  // The button that was pressed is gone: the keyboard stands on the next step.
  useEffect(() => {
    if (made > 0) group.current?.querySelector('button')?.focus();
  }, [made]);
  const nameOf = (move: Move) =>
    move === 'approve' ? t(isChanged ? 'review.approveAgain' : 'review.approve') : t(`workflow.move.${move}`);
  const make = (move: Move) => {
    const by = { by: me, at: new Date().toISOString(), note: note.current?.value.slice(0, MOST_NOTE) ?? '' };
    session.setWork(moved(session.story(), move, by));
    if (note.current) note.current.value = '';
    setMade((count) => count + 1);
    notice(t(`workflow.done.${move}`));
  };
  const unusual = moves.filter((one) => one.unusual && !one.refusal).map(({ move }) => nameOf(move));
  return (
    <>
      <Approval session={session} />
      {session.readOnly ? null : (
        <fieldset ref={group} className={styles.moves} aria-label={t('workflow.moves')}>
          <TextField
            ref={note}
            rows={2}
            label={t('workflow.note')}
            hint={t('workflow.noteHint')}
            maxLength={MOST_NOTE}
            autoComplete="off"
          />
          <div className={ui.row}>
            {moves.map(({ move, refusal }, index) => (
              <Button
                key={move}
                kind={index === 0 && !refusal ? 'primary' : 'plain'}
                disabled={refusal !== null}
                onClick={() => make(move)}
              >
                {nameOf(move)}
              </Button>
            ))}
          </div>
          {moves.map((one) => (
            <Why key={one.move} possible={one} name={nameOf(one.move)} />
          ))}
          {unusual.length > 0 ? (
            <p className={`${ui.muted} ${ui.small}`}>{t('workflow.unusual', { moves: unusual.join(', ') })}</p>
          ) : null}
        </fieldset>
      )}
    </>
  );
}

/** What is needed for a step that cannot be made yet. */
function Why({ possible: { refusal }, name: move }: { possible: PossibleMove; name: string }) {
  const { t } = useTranslation();
  if (refusal?.code === 'checklistOpen')
    return <p className={ui.small}>{t('workflow.checklistFirst', { points: refusal.points.join('; ') })}</p>;
  if (refusal?.code !== 'notYours') return null;
  const roles = refusal.roles.map((role) => t(`workflow.role.${role}`)).join(', ');
  return <p className={ui.small}>{t('workflow.notYours', { move, roles })}</p>;
}
