import type { Figure } from '../../../story/model.ts';
import { photoText } from '../../../story/photo/facts.ts';
import { call } from '../../api.ts';
import { setFigureText } from '../../editor/figures.ts';
import { t } from '../../i18n.ts';
import { desk } from '../../state.ts';
import { notice, problem } from '../../ui/toasts.tsx';

// The description belongs to the photo, the caption to its use in one story. Where the two were the same words and one is
// changed, the other is asked about; nothing is changed by itself.

/** A photo's description was changed: captions of the open story that said the same are offered the new words. */
export function descriptionChanged(hash: string, before: string, now: string): void {
  const session = desk.session();
  if (!session || session.readOnly || before === '' || before === now) return;
  const same = session
    .story()
    .body.filter(
      (block): block is Figure => block.type === 'figure' && block.photo === hash && block.caption === before,
    );
  if (same.length === 0) return;
  notice(t('photo.captionStays', { count: same.length }), {
    label: t('photo.changeCaption'),
    run: () => {
      if (desk.session() === session) for (const { id } of same) setFigureText(session, id, 'caption', now);
    },
  });
}

/** A caption was changed that had the words of its photo's description: the description is offered the new ones. */
export async function captionChanged(hash: string, before: string, now: string): Promise<void> {
  if (before === '' || now === '' || before === now) return;
  const info = await call('photo.get', { hash });
  if (!info.ok || photoText(info.value, 'caption') !== before) return;
  notice(t('photo.descriptionStays'), {
    label: t('photo.changeDescription'),
    run: async () => {
      const described = await call('photo.describe', { hash, field: 'caption', value: now });
      if (!described.ok) problem(described);
    },
  });
}
