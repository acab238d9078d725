import { Copy, Pencil, RotateCcw, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StyleSet } from '../../preload/contract.ts';
import { BUILT_IN_SET, isDoubtful, ruleKey } from '../../story/style/house.ts';
import { patternTrouble, type StyleRule } from '../../story/style/rules.ts';
import { useStore } from '../store.ts';
import { IconButton } from '../ui/IconButton.tsx';
import ui from '../ui/ui.module.css';
import { isStopped, stoppedRules, styleHouse } from './house.ts';
import { copyOfRule, type EditedRule, forget, switchRule } from './sets.ts';
import styles from './style.module.css';

type Props = {
  set: StyleSet;
  rule: StyleRule;
  onEdit: (edited: EditedRule) => void;
  onDelete: (edited: EditedRule) => void;
};

/** A rule: whether it is on, what became of its findings, what it leaves alone. */
export function RuleRow({ set, rule, onEdit, onDelete }: Props) {
  const { t } = useTranslation();
  const { decisions } = useStore(styleHouse);
  useStore(stoppedRules);
  const { name } = rule;
  const key = ruleKey(set.id, rule.id);
  const count = decisions.counts[key] ?? { accepted: 0, ignored: 0 };
  const ignored = decisions.ignored.filter((one) => one.rule === key);
  const edited = { set: set.name, rule };
  const trouble = 'pattern' in rule.find ? patternTrouble(rule.find.pattern) : null;
  const isOn = rule.on && !decisions.off.includes(key);
  return (
    <li className={styles.rule}>
      <input
        type="checkbox"
        checked={isOn}
        disabled={!rule.on}
        aria-label={t('style.ruleOn', { name })}
        onChange={() => void switchRule(key, !isOn)}
      />
      <div className={styles.ruleText}>
        <p>{name}</p>
        {rule.why ? <p className={ui.small}>{rule.why}</p> : null}
        <p className={`${ui.muted} ${ui.small}`}>
          {t(`style.kinds.${rule.kind}`)} · {t('style.counts', count)}
          {isStopped({ ...rule, id: key }) ? ` · ${t('style.stopped')}` : ''}
        </p>
        {isDoubtful(count) ? <p className={styles.doubtful}>{t('style.doubtful')}</p> : null}
        {trouble ? <p className={ui.small}>{t('style.bad.pattern', { message: trouble })}</p> : null}
        {ignored.length > 0 ? (
          <p className={`${ui.muted} ${ui.small}`}>
            {t('style.leavesAlone')}{' '}
            {ignored.map(({ words }) => (
              <span key={words}>
                {words}
                <IconButton
                  icon={RotateCcw}
                  label={t('style.forget', { words })}
                  onClick={() => void forget(key, words)}
                />
              </span>
            ))}
          </p>
        ) : null}
      </div>
      {set.id === BUILT_IN_SET ? null : (
        <IconButton icon={Pencil} label={t('style.edit', { name })} onClick={() => onEdit(edited)} />
      )}
      <IconButton icon={Copy} label={t('style.duplicate', { name })} onClick={() => onEdit(copyOfRule(rule))} />
      {set.id === BUILT_IN_SET ? null : (
        <IconButton icon={Trash2} label={t('style.delete', { name })} onClick={() => onDelete(edited)} />
      )}
    </li>
  );
}
