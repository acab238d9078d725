import { useTranslation } from 'react-i18next';
import { pointsOf } from '../../story/review/house.ts';
import { ticked } from '../../story/review/workflow.ts';
import type { StorySession } from '../editor/types.ts';
import { dateTime } from '../format.ts';
import { language } from '../i18n.ts';
import { person } from '../state.ts';
import { useStore } from '../store.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Section } from '../ui/Section.tsx';
import ui from '../ui/ui.module.css';
import { useSession } from '../useSession.ts';
import { houseRules } from './house.ts';

/** The points of the house's checklist that are about this story, and who ticked them. Nothing where the house has none. */
export function Checklist({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const rules = useStore(houseRules);
  const { points, checked } = useSession(session, ['status', 'fields'], (now) => ({
    points: pointsOf(rules, now.story()),
    checked: now.story().desk.checked,
  }));
  if (points.length === 0) return null;
  const tick = (id: string, on: boolean) => {
    const by = on ? person.get() : null;
    session.setWork({ desk: ticked(session.story().desk, id, by, new Date().toISOString()) });
  };
  return (
    <Section title={t('workflow.checklist')}>
      <ul className={ui.list} aria-label={t('workflow.checklist')}>
        {points.map(({ id, text: point, required }) => {
          const by = checked[id];
          return (
            <li key={id}>
              <Checkbox
                label={required ? t('workflow.required', { point }) : point}
                checked={by !== undefined}
                disabled={session.readOnly}
                onChange={(event) => tick(id, event.currentTarget.checked)}
              />
              {by ? (
                <p className={`${ui.muted} ${ui.small}`}>
                  {t('workflow.tickedBy', { name: by.name, time: dateTime(by.at, language()) })}
                </p>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
