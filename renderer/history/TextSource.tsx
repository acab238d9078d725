import { FileText } from 'lucide-react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { notice } from '../ui/toasts.tsx';
import styles from './three.module.css';

/** More than any story: longer files are no text to compare. */
const MOST_BYTES = 2 * 1024 * 1024;

export type Given = { name: string; text: string };
type Props = { given: Given; onGive: (given: Given) => void };

/** Where the text comes from that a version is compared with: pasted, or out of a file. */
export function TextSource({ given, onGive }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const open = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > MOST_BYTES) return notice(t('compare.tooLong'));
    onGive({ name: file.name, text: decoded(await file.arrayBuffer()) });
  };
  return (
    <div className={styles.source}>
      <label htmlFor={id}>{t('compare.text')}</label>
      <textarea
        id={id}
        className={styles.paste}
        rows={4}
        value={given.text}
        placeholder={t('compare.textHint')}
        onChange={(event) => onGive({ name: '', text: event.currentTarget.value.slice(0, MOST_BYTES) })}
      />
      <Button icon={FileText} onClick={() => input.current?.click()}>
        {t('compare.openText')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".txt,.md,text/plain"
        hidden
        onChange={(event) => {
          void open(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

/** UTF-8, UTF-16 by its mark, else the Vietnamese code page of Windows. */
function decoded(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  }
}
