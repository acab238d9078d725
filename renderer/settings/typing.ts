import { takenBack, typing } from '../editor/typing/rules.ts';
import { t } from '../i18n.ts';
import { setPrefs } from '../state.ts';
import { notice } from '../ui/toasts.tsx';

/** Who takes a correction of the list back is asked whether it should ever be made. */
export function listenToTyping(): void {
  takenBack.subscribe(() => {
    const taken = takenBack.get();
    if (!taken) return;
    const { typed, language } = taken;
    const except = () => {
      const now = typing.get();
      const words = [...new Set([...now.exceptions[language], typed])];
      void setPrefs({ typing: { ...now, exceptions: { ...now.exceptions, [language]: words } } });
    };
    notice(t('typing.takenBack', { typed }), { label: t('typing.except', { typed }), run: except });
  });
}
