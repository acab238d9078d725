import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Prefs } from '../../preload/contract.ts';
import type { Language } from '../../story/model.ts';
import type { StoryType } from '../../story/types/type.ts';
import { Backups } from '../backup/Backups.tsx';
import { closeFile, opened } from '../backup/backup.ts';
import { FromFile } from '../backup/FromFile.tsx';
import { HandoffSettings } from '../review/HandoffSettings.tsx';
import { dialog, prefs, setPrefs, start } from '../state.ts';
import { useStore } from '../store.ts';
import { RuleForm } from '../style/RuleForm.tsx';
import { StyleSets } from '../style/StyleSets.tsx';
import { type EditedRule, saveRule } from '../style/sets.ts';
import { saveType } from '../types/actions.ts';
import { TypeForm } from '../types/TypeForm.tsx';
import { TypesList } from '../types/TypesList.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Section } from '../ui/Section.tsx';
import { Select } from '../ui/Select.tsx';
import ui from '../ui/ui.module.css';
import { HouseSettings } from '../workflow/HouseSettings.tsx';
import { CaptionSettings } from './CaptionSettings.tsx';
import { DestinationForm } from './DestinationForm.tsx';
import { Destinations, type Editing } from './Destinations.tsx';
import { DrafterSettings } from './DrafterSettings.tsx';
import { NameForm } from './NameForm.tsx';
import { Network } from './Network.tsx';
import { Newsroom } from './Newsroom.tsx';
import { SettingsFile } from './SettingsFile.tsx';
import { SpellingSettings } from './SpellingSettings.tsx';
import styles from './settings.module.css';
import { TypingLists } from './TypingLists.tsx';
import { TypingSwitches } from './TypingSwitches.tsx';

const LANGUAGES: readonly { value: Language; label: string }[] = [
  { value: 'vi', label: 'Tiếng Việt' },
  { value: 'en', label: 'English' },
];
/** Of everything in the window; the text of the story has a zoom of its own. */
const SCALES = ['0.8', '0.9', '1', '1.1', '1.25', '1.5', '1.75', '2'] as const;
const THEMES: readonly Prefs['theme'][] = ['system', 'light', 'dark'];

export function SettingsDialog() {
  const { t } = useTranslation();
  const open = useStore(dialog) === 'settings';
  const [editing, setEditing] = useState<Editing | null>(null);
  const [lists, setLists] = useState(false);
  const [type, setType] = useState<StoryType | null>(null);
  const [rule, setRule] = useState<EditedRule | null>(null);
  const backup = useStore(opened);
  const close = () => {
    setEditing(null);
    setLists(false);
    setType(null);
    setRule(null);
    if (backup) closeFile();
    dialog.set(null);
  };
  return (
    <Dialog open={open} onClose={close} title={t('settings.title')} size={type || rule ? 'wide' : 'medium'}>
      {backup ? (
        <Section title={t('backup.fileTitle')}>
          <FromFile backup={backup} />
        </Section>
      ) : editing ? (
        <Section title={formTitle(t, editing)}>
          <DestinationForm type={editing.type} destination={editing.destination} onDone={() => setEditing(null)} />
        </Section>
      ) : lists ? (
        <Section title={t('typing.lists')}>
          <TypingLists onDone={() => setLists(false)} />
        </Section>
      ) : type ? (
        <Section title={t('types.one')}>
          <TypeForm
            type={type}
            onSave={(next) => void saveType(next).then((isSaved) => isSaved && setType(null))}
            onCancel={() => setType(null)}
          />
        </Section>
      ) : rule ? (
        <Section title={t('style.one')}>
          <RuleForm
            edited={rule}
            onSave={(next) => void saveRule(next).then((isSaved) => isSaved && setRule(null))}
            onCancel={() => setRule(null)}
          />
        </Section>
      ) : (
        <Overview onEdit={setEditing} onLists={() => setLists(true)} onType={setType} onRule={setRule} />
      )}
    </Dialog>
  );
}

const formTitle = (t: TFunction, { type, destination }: Editing): string => {
  if (destination) return t('settings.editNamed', { name: destination.name });
  return t(`settings.add.${type}`);
};

type OverviewProps = {
  onEdit: (editing: Editing) => void;
  onLists: () => void;
  onType: (type: StoryType) => void;
  onRule: (rule: EditedRule) => void;
};

function Overview({ onEdit, onLists, onType, onRule }: OverviewProps) {
  const { t } = useTranslation();
  const { language, theme, scale = 1 } = useStore(prefs);
  const version = useStore(start)?.version ?? '';
  return (
    <>
      <Section title={t('settings.general')}>
        <div className={styles.pair}>
          <Select
            label={t('settings.language')}
            value={language}
            items={LANGUAGES}
            onChange={(next) => void setPrefs({ language: next })}
          />
          <Select
            label={t('settings.theme')}
            value={theme}
            items={THEMES.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
            onChange={(next) => void setPrefs({ theme: next })}
          />
          <Select
            label={t('settings.scale')}
            value={String(scale)}
            items={SCALES.map((value) => ({ value, label: `${Math.round(Number(value) * 100)}%` }))}
            onChange={(next) => void setPrefs({ scale: Number(next) })}
          />
        </div>
        <NameForm />
      </Section>
      <Section title={t('settings.newsroom')}>
        <Newsroom />
      </Section>
      <Section title={t('workflow.house.title')}>
        <HouseSettings />
      </Section>
      <Section title={t('settings.captions.title')}>
        <CaptionSettings />
      </Section>
      <Section title={t('types.title')}>
        <TypesList onEdit={onType} />
      </Section>
      <Section title={t('style.title')}>
        <StyleSets onEdit={onRule} />
      </Section>
      <Section title={t('settings.destinations')}>
        <Destinations onEdit={onEdit} />
        <SettingsFile />
      </Section>
      <Section title={t('handoff.settings')}>
        <HandoffSettings />
      </Section>
      <Section title={t('network.title')}>
        <Network />
      </Section>
      <Section title={t('typing.title')}>
        <TypingSwitches onLists={onLists} />
      </Section>
      <Section title={t('spelling.title')}>
        <SpellingSettings />
      </Section>
      <Section title={t('drafter.title')}>
        <DrafterSettings />
      </Section>
      <Section title={t('keyboard.title')}>
        <p className={ui.muted}>{t('keyboard.hintOpen')}</p>
        <div>
          <Button onClick={() => dialog.set('keyboard')}>{t('keyboard.open')}</Button>
        </div>
      </Section>
      <Section title={t('backup.title')}>
        <Backups />
      </Section>
      <p className={`${ui.muted} ${ui.small}`}>Copydesk {version}</p>
    </>
  );
}
