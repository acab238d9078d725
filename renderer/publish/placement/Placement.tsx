import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DestinationView, Placement as Placed, Term, TermKind } from '../../../preload/contract.ts';
import { call } from '../../api.ts';
import type { StorySession } from '../../editor/types.ts';
import { Button } from '../../ui/Button.tsx';
import { Fold } from '../../ui/Fold.tsx';
import { problem } from '../../ui/toasts.tsx';
import ui from '../../ui/ui.module.css';
import styles from './placement.module.css';
import { proposalFor, wordsFor } from './proposals.ts';
import { TermField } from './TermField.tsx';

type Props = { session: StorySession; destination: DestinationView };

/** Where the story is filed at a destination: its own categories, tags and authors. Nothing for those that have none. */
export function Placement({ session, destination }: Props) {
  const { t } = useTranslation();
  const { storyId } = session;
  const { id: destinationId, name, config } = destination;
  const { terms: kinds } = destination.capabilities;
  const [placed, setPlaced] = useState<Placed | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    let isHere = true;
    void call('publish.placement', { storyId, destinationId }).then((answer) => {
      if (isHere && answer.ok) setPlaced(answer.value);
    });
    return () => {
      isHere = false;
    };
  }, [storyId, destinationId]);
  if (kinds.length === 0 || !placed) return null;

  const choose = async (kind: TermKind, terms: Term[]) => {
    const placement = { ...placed, [kind]: terms };
    setPlaced(placement);
    const kept = await call('publish.place', { storyId, destinationId, placement });
    if (!kept.ok) {
      setPlaced(placed);
      problem(kept);
    }
  };
  const summary = kinds.flatMap((kind) => placed[kind] ?? []).map((term) => term.name);
  return (
    <Fold
      title={t('publish.placement.title', { name })}
      open={isOpen}
      onToggle={setIsOpen}
      summary={summary.join(', ') || t('publish.placement.nothing')}
    >
      {kinds.map((kind) => (
        <div key={kind} className={styles.kind}>
          <TermField
            destinationId={destinationId}
            kind={kind}
            chosen={placed[kind] ?? []}
            // A post of WordPress has one author.
            single={kind === 'authors' && config.type === 'wordpress'}
            onChange={(terms) => void choose(kind, terms)}
          />
          <Proposals
            session={session}
            destinationId={destinationId}
            kind={kind}
            placed={placed}
            onTake={(term) => void choose(kind, [...(placed[kind] ?? []), term])}
          />
        </div>
      ))}
    </Fold>
  );
}

type ProposalsProps = {
  session: StorySession;
  destinationId: string;
  kind: TermKind;
  placed: Placed;
  onTake: (term: Term) => void;
};

/** The story's section and tags, as the destination has them. */
function Proposals({ session, destinationId, kind, placed, onTake }: ProposalsProps) {
  const { t } = useTranslation();
  const words = wordsFor(kind, session.story().fields, placed);
  const key = words.join('\n');
  const [found, setFound] = useState<Term[]>([]);
  useEffect(() => {
    let isHere = true;
    const look = async () => {
      const terms: Term[] = [];
      for (const word of key === '' ? [] : key.split('\n')) {
        const answer = await call('destination.terms', { id: destinationId, kind, query: word });
        if (!isHere) return;
        const term = answer.ok ? proposalFor(kind, word, answer.value.terms) : null;
        if (term) terms.push(term);
      }
      if (isHere) setFound(terms);
    };
    void look();
    return () => {
      isHere = false;
    };
  }, [destinationId, kind, key]);
  const open = found.filter((term) => !placed[kind]?.some((one) => one.name === term.name));
  if (open.length === 0) return null;
  return (
    <div className={styles.proposals}>
      <span className={ui.small}>{t('publish.placement.proposed')}</span>
      {open.map((term) => (
        <Button key={term.id + term.name} kind="quiet" icon={Plus} onClick={() => onTake(term)}>
          {term.id === '' ? t('publish.placement.make', { name: term.name }) : term.name}
        </Button>
      ))}
    </div>
  );
}
