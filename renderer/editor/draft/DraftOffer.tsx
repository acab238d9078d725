import type { NodeKey } from 'lexical';
import { RotateCcw, Sparkles, X } from 'lucide-react';
import { type RefObject, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftedField } from '../../../preload/contract.ts';
import { useStore } from '../../store.ts';
import { Button } from '../../ui/Button.tsx';
import { coreOf } from '../core.ts';
import { useTexts } from '../texts.ts';
import type { StorySession } from '../types.ts';
import styles from './draft.module.css';
import { type Drafter, drafter } from './drafter.ts';
import { Offered } from './Offered.tsx';
import { putDraft } from './put.ts';
import { useDraft } from './useDraft.ts';

type Props = {
  session: StorySession;
  nodeKey: NodeKey;
  field: DraftedField;
  /** Whether nothing is written there. */
  empty: boolean;
  /** The field itself, which gets the focus back. */
  control: RefObject<HTMLTextAreaElement | null>;
};

const ICONS = { ask: Sparkles, cancel: X, again: RotateCcw } as const;

/** Under a field: asks the model for a draft, and offers it; only where one is set up. */
export function DraftOffer(props: Props) {
  const model = useStore(drafter);
  return model ? <Asking {...props} drafter={model} /> : null;
}

function Asking({ session, nodeKey, field, empty, control, drafter }: Props & { drafter: Drafter }) {
  const t = useTexts();
  const { t: general } = useTranslation();
  const titleId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const { state, ask, leave } = useDraft(session, nodeKey, field, drafter);
  const name = t(`text.${field}`);
  const isAsking = state.kind === 'asking';
  // One button all the while: the focus is on it when the draft comes, and must not be lost with it.
  const now = isAsking ? 'cancel' : state.kind === 'offered' ? 'again' : 'ask';

  const back = () => {
    leave();
    control.current?.focus();
  };
  return (
    <div className={styles.draft}>
      <div className={styles.ask}>
        <Button
          ref={button}
          kind="quiet"
          icon={ICONS[now]}
          className={styles.small}
          title={t(drafter.isHere ? 'draft.goesHere' : 'draft.goesTo', { host: drafter.host })}
          aria-label={t(`draft.${now}One`, { field: name })}
          onClick={() => (isAsking ? leave() : ask(() => document.activeElement === button.current))}
        >
          {t(`draft.${now}`)}
        </Button>
        <span id={titleId} role="status">
          {isAsking ? t('draft.running') : state.kind === 'offered' ? t('draft.offered', { field: name }) : ''}
        </span>
      </div>
      {state.kind === 'offered' ? (
        <Offered
          titleId={titleId}
          text={state.text}
          focus={state.waited}
          empty={empty}
          onTake={(text, how) => {
            putDraft(coreOf(session), nodeKey, field, text, how);
            back();
          }}
          onLeave={back}
        />
      ) : null}
      {state.kind === 'failed' ? (
        <div role="alert" className={styles.failed}>
          {general(`error.${state.failure.code}`)}
          {state.failure.detail ? ` (${state.failure.detail})` : ''}
        </div>
      ) : null}
    </div>
  );
}
