import { useTranslation } from 'react-i18next';
import type { Templates, TemplateView } from '../../preload/contract.ts';
import { language } from '../i18n.ts';
import { Banner } from '../ui/Banner.tsx';
import ui from '../ui/ui.module.css';
import { Preview } from './Preview.tsx';
import type { Step } from './TemplatesDialog.tsx';
import { LibraryTools, TemplateTools } from './Tools.tsx';
import styles from './templates.module.css';

type Props = {
  known: Templates;
  /** In the order of the list. */
  all: readonly TemplateView[];
  /** The chosen one. */
  template: TemplateView | null;
  onChoose: (id: string) => void;
  onUse: (id: string) => void;
  onStep: (step: Step) => void;
};

/** The templates as a list of radio buttons (arrows choose, Enter takes), and what the chosen one holds. */
export function Chooser({ known, all, template, onChoose, onUse, onStep }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <form
        id="templates"
        className={styles.chooser}
        onSubmit={(event) => {
          event.preventDefault();
          if (template) onUse(template.id);
        }}
      >
        <fieldset className={styles.list}>
          <legend className={ui.hidden}>{t('templates.list')}</legend>
          {all.map((one) => (
            <label key={one.id} className={styles.item} onDoubleClick={() => onUse(one.id)}>
              <input
                type="radio"
                name="template"
                value={one.id}
                checked={one.id === template?.id}
                data-step-start={one.id === template?.id || undefined}
                onChange={() => onChoose(one.id)}
              />
              <span className={styles.name}>{one.name}</span>
              <Kind template={one} />
            </label>
          ))}
        </fieldset>
        {template ? (
          <div className={styles.side}>
            <Preview template={template} />
            <TemplateTools template={template} onStep={onStep} />
          </div>
        ) : (
          <p className={ui.muted}>{t('templates.none')}</p>
        )}
      </form>
      {known.unreadable.map(({ file, code }) => (
        <Banner key={file} tone="warn" title={t('templates.unreadable', { file })}>
          <p>{t(`error.${code}`)}</p>
        </Banner>
      ))}
      <LibraryTools hidden={known.hidden} onStep={onStep} onChoose={onChoose} />
    </>
  );
}

/** Whose it is, and its language where that is another one than the window's. */
function Kind({ template }: { template: TemplateView }) {
  const { t } = useTranslation();
  const words = [
    template.origin === 'own' ? t('templates.own') : null,
    template.language === language() ? null : t(`story.languages.${template.language}`),
  ].filter((word) => word !== null);
  return words.length > 0 ? <span className={styles.kind}>{words.join(', ')}</span> : null;
}
