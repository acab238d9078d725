import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrafterView } from '../../preload/contract.ts';
import { call } from '../api.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { notice, problem } from '../ui/toasts.tsx';
import ui from '../ui/ui.module.css';
import { DrafterForm } from './DrafterForm.tsx';

/** Whether a model drafts captions and alt texts, and which. Switched off, no photo leaves from that moment on. */
export function DrafterSettings() {
  const { t } = useTranslation();
  const [view, setView] = useState<DrafterView | null>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    void call('draft.settings', {}).then((read) => {
      if (!read.ok) return problem(read);
      setView(read.value);
      setOpen(read.value.on);
    });
  }, []);
  const save = async (form: { on: boolean; address: string; model: string; key?: string }): Promise<void> => {
    const saved = await call('draft.save', form);
    if (!saved.ok) return problem(saved);
    setView(saved.value);
    if (saved.value.on) notice(t('drafter.saved'));
  };
  const toggle = (on: boolean) => {
    setOpen(on);
    if (!on && view?.on) void save({ on, address: view.address, model: view.model });
  };
  if (!view) return null;
  return (
    <>
      <p className={ui.muted}>{t('drafter.hint')}</p>
      <Checkbox label={t('drafter.on')} checked={open} onChange={(event) => toggle(event.currentTarget.checked)} />
      {open ? <DrafterForm view={view} onSave={(form) => save({ on: true, ...form })} /> : null}
    </>
  );
}
