import { useTranslation } from 'react-i18next';
import type { HandoffQuestion } from '../../preload/contract.ts';
import { dateTime } from '../format.ts';
import { language } from '../i18n.ts';
import { person } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import ui from '../ui/ui.module.css';
import { Fingerprint } from './Fingerprint.tsx';
import { answer, question } from './receive.ts';
import styles from './review.module.css';

/** A file whose sender is not who is known here: said before anything of it is taken in. */
export function QuestionDialog() {
  const { t } = useTranslation();
  const asked = useStore(question);
  if (!asked) return null;
  const { why, from, knownAs } = asked;
  const { name } = from;
  return (
    <Dialog
      question
      open
      size="medium"
      onClose={() => void answer(asked, null)}
      title={t(`handoff.ask.${why}`, { name })}
      description={<p>{t(`handoff.ask.${why}Hint`, { name, known: knownAs?.name ?? '' })}</p>}
      actions={
        <>
          <Button onClick={() => void answer(asked, null)}>{t('handoff.ask.leave')}</Button>
          {/* Nothing leads on to a key that may be somebody else's. */}
          <Button kind={why === 'otherKey' ? 'plain' : 'primary'} onClick={() => void answer(asked, 'take')}>
            {t('handoff.ask.take')}
          </Button>
          <Button onClick={() => void answer(asked, 'trust')}>{t('handoff.ask.trust')}</Button>
        </>
      }
    >
      <Facts asked={asked} />
      <p>{t('handoff.ask.compare', { name })}</p>
    </Dialog>
  );
}

function Facts({ asked }: { asked: HandoffQuestion }) {
  const { t } = useTranslation();
  const self = useStore(person);
  const { from, others, headline, isNew, at, note } = asked;
  return (
    <dl className={styles.sides}>
      <dt>{t('handoff.ask.story')}</dt>
      <dd>
        {headline || t('handoff.ask.untitled')}{' '}
        <span className={ui.muted}>
          ({dateTime(at, language())}; {isNew ? t('handoff.ask.new') : t('handoff.ask.known')})
        </span>
      </dd>
      {note.text === '' ? null : (
        <>
          <dt>{t('handoff.noteFrom', { name: from.name })}</dt>
          <dd className={styles.text}>{note.text}</dd>
        </>
      )}
      <dt>{t('handoff.ask.fingerprint')}</dt>
      <dd>
        <Fingerprint fingerprint={from.fingerprint} />
      </dd>
      {others.map(({ name, fingerprint, lastSeen, verified }) => (
        <div key={fingerprint}>
          <dt>
            {t('handoff.ask.knownHere', { name })} (
            {fingerprint === self.fingerprint || !lastSeen
              ? t('handoff.ask.self')
              : t('handoff.ask.lastSeen', { time: dateTime(lastSeen, language()) })}
            {verified && fingerprint !== self.fingerprint ? `; ${t('handoff.verified')}` : ''})
          </dt>
          <dd>
            <Fingerprint fingerprint={fingerprint} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
