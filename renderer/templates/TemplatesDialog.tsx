import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateView } from '../../preload/contract.ts';
import { dialog } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Chooser } from './Chooser.tsx';
import { NameForm } from './NameForm.tsx';
import { offered, remove, startFrom, templates } from './templates.ts';

/** What the dialog is about: choosing, or one thing to do with one template. */
export type Step =
  | { kind: 'choose' }
  | { kind: 'save' }
  | { kind: 'rename'; template: TemplateView }
  | { kind: 'remove'; template: TemplateView };

/** A new story from a template; and the newsroom's templates, to be kept and shared. */
export function TemplatesDialog() {
  const { t } = useTranslation();
  const open = useStore(dialog) === 'templates';
  const known = useStore(templates);
  const [step, setStep] = useState<Step>({ kind: 'choose' });
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => {
    if (open) setStep({ kind: 'choose' });
  }, [open]);
  // The dialog stays and its content changes: what had the focus is gone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each step
  useEffect(() => document.querySelector<HTMLElement>('[data-modal] [data-step-start]')?.focus(), [step]);
  const all = known ? offered(known) : [];
  const template = all.find((one) => one.id === chosen) ?? all[0] ?? null;
  const back = () => setStep({ kind: 'choose' });
  const chooseNow = (id: string) => {
    setChosen(id);
    back();
  };
  if (step.kind === 'remove')
    return (
      <Dialog
        question
        open={open}
        onClose={back}
        title={t(step.template.origin === 'own' ? 'templates.deleteTitle' : 'templates.putAwayTitle', {
          name: step.template.name,
        })}
        description={t(step.template.origin === 'own' ? 'templates.deleteHint' : 'templates.putAwayHint')}
        actions={
          <>
            <Button onClick={back} data-step-start>
              {t('ui.cancel')}
            </Button>
            <Button kind="danger" onClick={() => void remove(step.template).then(back)}>
              {t(step.template.origin === 'own' ? 'templates.deleteNow' : 'templates.putAwayNow')}
            </Button>
          </>
        }
      />
    );
  if (step.kind !== 'choose')
    return (
      <Dialog
        open={open}
        onClose={back}
        title={
          step.kind === 'save' ? t('templates.saveTitle') : t('templates.renameTitle', { name: step.template.name })
        }
      >
        <NameForm template={step.kind === 'rename' ? step.template : null} onDone={chooseNow} onCancel={back} />
      </Dialog>
    );
  return (
    <Dialog
      open={open}
      onClose={() => dialog.set(null)}
      size="wide"
      title={t('templates.title')}
      actions={
        <Button kind="primary" type="submit" form="templates" disabled={!template}>
          {t('templates.use')}
        </Button>
      }
    >
      {known ? (
        <Chooser
          known={known}
          all={all}
          template={template}
          onChoose={setChosen}
          onUse={(id) => void startFrom(id)}
          onStep={setStep}
        />
      ) : null}
    </Dialog>
  );
}
