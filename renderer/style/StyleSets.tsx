import { FileInput, FileOutput, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StyleOffer, StyleSet } from '../../preload/contract.ts';
import { BUILT_IN_SET, isDoubtful, ruleKey } from '../../story/style/house.ts';
import { prefs, setPrefs } from '../state.ts';
import { useStore } from '../store.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import ui from '../ui/ui.module.css';
import { styleHouse } from './house.ts';
import { RuleRow } from './RuleRow.tsx';
import { type EditedRule, emptyRule, exportSet, readSet, removeRule, removeSet, takeSet } from './sets.ts';
import styles from './style.module.css';

const NO_COUNT = { accepted: 0, ignored: 0 };

type Question = { kind: 'rule'; edited: EditedRule } | { kind: 'set'; set: StyleSet };

/** The house's sets of rules, and what can be done with them. */
export function StyleSets({ onEdit }: { onEdit: (edited: EditedRule) => void }) {
  const { t } = useTranslation();
  const { sets, unreadable, decisions } = useStore(styleHouse);
  const prefsNow = useStore(prefs);
  const [question, setQuestion] = useState<Question | null>(null);
  const [offer, setOffer] = useState<StyleOffer | null>(null);
  const remove = async (asked: Question) => {
    setQuestion(null);
    await (asked.kind === 'rule' ? removeRule(asked.edited) : removeSet(asked.set));
  };
  const take = async (offered: StyleOffer) => {
    setOffer(null);
    await takeSet(offered);
  };
  const doubtful = sets.flatMap((set) =>
    set.rules.filter(({ id }) => isDoubtful(decisions.counts[ruleKey(set.id, id)] ?? NO_COUNT)),
  );
  const asked = question?.kind === 'rule' ? question.edited.rule.name : (question?.set.name ?? '');
  return (
    <>
      <p className={ui.muted}>{t('style.intro')}</p>
      <Checkbox
        label={t('style.marks')}
        checked={prefsNow.styleMarks ?? true}
        onChange={(event) => void setPrefs({ styleMarks: event.currentTarget.checked })}
      />
      {unreadable.map(({ file, code, detail }) => (
        <Banner key={file} tone="warn">
          <p>{t('style.unreadable', { file, reason: t(`error.${code}`) })}</p>
          {detail ? <p className={ui.small}>{t('ui.detail', { detail })}</p> : null}
        </Banner>
      ))}
      {doubtful.length > 0 ? (
        <Banner tone="warn">
          <p>{t('style.doubtfulRules', { names: doubtful.map(({ name }) => `“${name}”`).join(', ') })}</p>
        </Banner>
      ) : null}
      {sets.map((set) => (
        <div key={set.id} className={styles.set}>
          <div className={styles.setHead}>
            <h4 className={styles.name}>{set.name}</h4>
            <IconButton
              icon={FileOutput}
              label={t('style.export', { name: set.name })}
              onClick={() => void exportSet(set.id)}
            />
            {set.id === BUILT_IN_SET ? null : (
              <IconButton
                icon={Trash2}
                label={t('style.deleteSet', { name: set.name })}
                onClick={() => setQuestion({ kind: 'set', set })}
              />
            )}
          </div>
          <ul className={ui.list} aria-label={set.name}>
            {set.rules.map((rule) => (
              <RuleRow
                key={rule.id}
                set={set}
                rule={rule}
                onEdit={onEdit}
                onDelete={(edited) => setQuestion({ kind: 'rule', edited })}
              />
            ))}
          </ul>
        </div>
      ))}
      <div className={ui.row}>
        <Button icon={Plus} onClick={() => onEdit(emptyRule())}>
          {t('style.add')}
        </Button>
        <Button icon={FileInput} onClick={() => void readSet().then(setOffer)}>
          {t('style.import')}
        </Button>
      </div>
      <Dialog
        question
        open={question !== null}
        onClose={() => setQuestion(null)}
        title={t('style.deleteTitle', { name: asked })}
        description={t('style.deleteHint')}
        actions={
          <>
            <Button onClick={() => setQuestion(null)}>{t('ui.cancel')}</Button>
            <Button kind="danger" onClick={() => question && void remove(question)}>
              {t('style.deleteNow')}
            </Button>
          </>
        }
      />
      <Dialog
        question
        open={offer !== null}
        onClose={() => setOffer(null)}
        title={offer ? t('style.takeTitle', { name: offer.name }) : ''}
        description={offer ? t('style.takeHint', { count: offer.count, maker: offer.maker.name }) : ''}
        actions={
          <>
            <Button onClick={() => setOffer(null)}>{t('ui.cancel')}</Button>
            <Button kind="primary" onClick={() => offer && void take(offer)}>
              {t('style.takeNow')}
            </Button>
          </>
        }
      >
        <p className={styles.fingerprint}>{offer?.maker.fingerprint}</p>
        {offer?.isHere ? <p>{t('style.takeReplaces')}</p> : null}
      </Dialog>
    </>
  );
}
