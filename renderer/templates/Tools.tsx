import { EyeOff, FileInput, FileOutput, Pencil, RotateCcw, Save, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TemplateView } from '../../preload/contract.ts';
import { desk } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import type { Step } from './TemplatesDialog.tsx';
import styles from './templates.module.css';
import { exportFile, importFile, restoreBuiltIn, said } from './templates.ts';

/** What can be done with the chosen template. */
export function TemplateTools({ template, onStep }: { template: TemplateView; onStep: (step: Step) => void }) {
  const { t } = useTranslation();
  const isOwn = template.origin === 'own';
  return (
    <div className={styles.tools}>
      <Button icon={FileOutput} onClick={() => void exportFile(template.id)}>
        {t('templates.export')}
      </Button>
      {isOwn ? (
        <Button icon={Pencil} onClick={() => onStep({ kind: 'rename', template })}>
          {t('templates.rename')}
        </Button>
      ) : null}
      <Button icon={isOwn ? Trash2 : EyeOff} onClick={() => onStep({ kind: 'remove', template })}>
        {isOwn ? t('templates.delete') : t('templates.putAwayButton')}
      </Button>
    </div>
  );
}

type Props = { hidden: number; onStep: (step: Step) => void; onChoose: (id: string) => void };

/** What can be done with the newsroom's templates as a whole. */
export function LibraryTools({ hidden, onStep, onChoose }: Props) {
  const { t } = useTranslation();
  const hasStory = useStore(desk.view).kind === 'open';
  const take = async () => {
    const id = await importFile();
    if (id) onChoose(id);
  };
  return (
    <div className={styles.tools}>
      {hasStory ? (
        <Button icon={Save} onClick={() => onStep({ kind: 'save' })}>
          {t('templates.save')}
        </Button>
      ) : null}
      <Button icon={FileInput} onClick={() => void take()}>
        {t('templates.import')}
      </Button>
      {hidden > 0 ? (
        <Button icon={RotateCcw} onClick={() => void restoreBuiltIn()}>
          {t('templates.restore', { count: hidden })}
        </Button>
      ) : null}
      <Said />
    </div>
  );
}

/** What was done last; spoken, too. */
function Said() {
  return (
    <p role="status" className={styles.said}>
      {useStore(said)}
    </p>
  );
}
