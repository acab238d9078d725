import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { useEffect, useState } from 'react';
import type { Failure } from '../preload/contract.ts';
import { onEvent } from './api.ts';
import { type CommandId, commandOf, isMac } from './commands.ts';
import { CloseDialog } from './desk/CloseDialog.tsx';
import { Desk } from './desk/Desk.tsx';
import { ErrorBoundary } from './desk/ErrorBoundary.tsx';
import { followFocus } from './desk/panes.ts';
import { KeyboardDialog } from './keyboard/KeyboardDialog.tsx';
import { ConversionDialog } from './legacy/ConversionDialog.tsx';
import { ContactSheet } from './media/import/ContactSheet.tsx';
import { ImportReport } from './media/import/ImportReport.tsx';
import { PhotoDialog } from './media/photo/PhotoDialog.tsx';
import { LightTable } from './media/table/LightTable.tsx';
import { Palette } from './palette/Palette.tsx';
import { RecoveryScreen } from './recovery/RecoveryScreen.tsx';
import { recovery } from './recovery/recovery.ts';
import { StartProblem } from './recovery/StartProblem.tsx';
import { ArrivedDialog } from './review/ArrivedDialog.tsx';
import { handoffDrops } from './review/drop.ts';
import { QuestionDialog } from './review/QuestionDialog.tsx';
import { receivePending } from './review/receive.ts';
import { SendDialog } from './review/SendDialog.tsx';
import { UndecidedDialog } from './review/UndecidedDialog.tsx';
import { run } from './run.ts';
import { SettingsDialog } from './settings/SettingsDialog.tsx';
import { DeleteDialog } from './shelf/DeleteDialog.tsx';
import { desk, dialog, isStoryWindow, start } from './state.ts';
import { useStore } from './store.ts';
import { TemplatesDialog } from './templates/TemplatesDialog.tsx';
import { Toasts } from './ui/toasts.tsx';

/** A dialog keeps the keyboard and the menu to itself. */
const runUnlessAsked = (command: CommandId) => {
  if (!document.querySelector('[data-modal]')) run(command);
};

export function App() {
  const library = useStore(start)?.library;
  const afterTrouble = useStore(recovery).open;
  const [unsaved, setUnsaved] = useState<Failure | null>(null);
  useEffect(() => {
    const close = async () => {
      const closed = await desk.close();
      if (closed.ok) return;
      setUnsaved(closed);
      dialog.set('closing');
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commandOf(event, isMac());
      if (!command) return;
      event.preventDefault();
      // The notices would take F6 for themselves alone.
      event.stopPropagation();
      runUnlessAsked(command);
    };
    const undo = [
      followFocus(),
      handoffDrops(),
      onEvent('command', ({ command }) => runUnlessAsked(command)),
      onEvent('handoff.pending', () => {
        if (!isStoryWindow()) void receivePending();
      }),
      onEvent('close.requested', () => void close()),
    ];
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      for (const stop of undo) stop();
    };
  }, []);
  const flush = async () => (await desk.session()?.flush('hidden'))?.ok ?? true;
  return (
    <CSPProvider disableStyleElements>
      <ErrorBoundary flush={flush}>
        <Tooltip.Provider delay={500}>
          {library?.state === 'closed' ? (
            <StartProblem library={library} />
          ) : afterTrouble ? (
            <RecoveryScreen />
          ) : (
            <Desk />
          )}
          <Palette />
          <SettingsDialog />
          <KeyboardDialog />
          <UndecidedDialog />
          <SendDialog />
          <ArrivedDialog />
          <QuestionDialog />
          <ConversionDialog />
          <PhotoDialog />
          <LightTable />
          <ContactSheet />
          <ImportReport />
          <DeleteDialog />
          <TemplatesDialog />
          <CloseDialog
            failure={unsaved}
            onClose={() => {
              setUnsaved(null);
              dialog.set(null);
            }}
          />
          <Toasts />
        </Tooltip.Provider>
      </ErrorBoundary>
    </CSPProvider>
  );
}
