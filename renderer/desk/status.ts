import type { ErrorCode } from '../../preload/contract.ts';
import type { Language } from '../../story/model.ts';
import type { SaveState } from '../editor/types.ts';
import { clock } from '../format.ts';

/** A line of the status bar: its key in the texts and what goes in. */
export type SaveText = {
  key: 'status.saved' | 'status.savedAt' | 'status.saving' | 'status.slow' | 'status.failed' | 'status.readOnly';
  time: string;
  reason: ReasonKey;
  tone: 'quiet' | 'busy' | 'warn' | 'danger';
};
const REASONS = ['diskFull', 'diskError', 'storeFailed', 'stale', 'readOnly'] as const;
type ReasonKey = `status.reason.${(typeof REASONS)[number] | 'other'}`;

const reasonKey = (code: ErrorCode): ReasonKey =>
  `status.reason.${REASONS.find((reason) => reason === code) ?? 'other'}`;

/** What the status line says of saving. "Saved" only for what the store has acknowledged. */
export function saveText(state: SaveState, readOnly: boolean, language: Language): SaveText {
  const line = (key: SaveText['key'], tone: SaveText['tone'], at: string | number | null): SaveText => ({
    key,
    tone,
    time: at === null ? '' : clock(at, language),
    reason: state.kind === 'failed' ? reasonKey(state.code) : 'status.reason.other',
  });
  switch (state.kind) {
    case 'saved':
      if (readOnly) return line('status.readOnly', 'quiet', null);
      return state.at === null ? line('status.saved', 'quiet', null) : line('status.savedAt', 'quiet', state.at);
    case 'saving':
      return line('status.saving', 'busy', null);
    case 'slow':
      return line('status.slow', 'warn', state.since);
    case 'failed':
      return line('status.failed', 'danger', state.since);
  }
}
