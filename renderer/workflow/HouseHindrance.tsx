import { useTranslation } from 'react-i18next';
import { houseRefusal } from '../../story/review/publishing.ts';
import type { StorySession } from '../editor/types.ts';
import { run } from '../run.ts';
import { person } from '../state.ts';
import { useStore } from '../store.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useSession } from '../useSession.ts';
import { houseRules, signedRoles } from './house.ts';

/** What the house has against this person publishing the story as it stands; main refuses it, too. */
export function HouseHindrance({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const me = useStore(person);
  const rules = useStore(houseRules);
  const signed = useStore(signedRoles);
  const code = useSession(
    session,
    ['status', 'body', 'fields'],
    (now) => houseRefusal(now.story(), me, rules, signed),
    400,
  );
  if (!code) return null;
  return (
    <Banner tone="warn" actions={<Button onClick={() => run('review.open')}>{t('workflow.toReview')}</Button>}>
      <p>{t(`workflow.hindrance.${code}`)}</p>
    </Banner>
  );
}
