import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../preload/contract.ts';
import { momentText } from '../../story/text/embargo.ts';
import type { StorySession } from '../editor/types.ts';
import { dateTime } from '../format.ts';
import { language } from '../i18n.ts';
import { prefs } from '../state.ts';
import { useStore } from '../store.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { useNow } from '../useNow.ts';
import { JobCard } from './JobCard.tsx';
import { isDue, type Place } from './places.ts';
import styles from './publish.module.css';
import { SiteState } from './SiteState.tsx';

type Props = {
  session: StorySession;
  places: readonly Place[];
  chosen: readonly Place[];
  /** How many photos the story shows. */
  photos: number;
  onChoose: (ids: string[]) => void;
};

/** Where the story can go, which of them are chosen, and how it stands at each. */
export function Places({ session, places, chosen, photos, onChoose }: Props) {
  const { t } = useTranslation();
  const ids = chosen.map(({ destination }) => destination.id);
  return (
    <fieldset className={styles.places}>
      <legend className={styles.placesTitle}>{t('publish.places')}</legend>
      {places.map(({ destination: { id, name }, destination, job, receipt }) => (
        <div key={id} className={styles.place} data-standing={receipt?.status ?? 'never'}>
          <div className={styles.placeName}>
            <Checkbox
              label={name}
              checked={ids.includes(id)}
              aria-describedby={`place-${id}`}
              onChange={({ currentTarget: { checked } }) =>
                onChoose(checked ? [...ids, id] : ids.filter((other) => other !== id))
              }
            />
            <span id={`place-${id}`} className={styles.placeState}>
              <Standing receipt={receipt} />
            </span>
          </div>
          {job ? (
            <JobCard job={job} destination={destination} photos={photos} />
          ) : (
            <SiteState session={session} destination={destination} receipt={receipt} />
          )}
        </div>
      ))}
    </fieldset>
  );
}

/** As the last receipt has it. */
function Standing({ receipt }: { receipt: Receipt | null }) {
  const { t } = useTranslation();
  const { timeZone } = useStore(prefs);
  const now = useNow();
  if (!receipt) return t('publish.standing.never');
  const time =
    receipt.status === 'scheduled' && receipt.scheduledFor
      ? momentText(Date.parse(receipt.scheduledFor), timeZone)
      : dateTime(receipt.at, language());
  if (isDue(receipt, now)) return t('publish.standing.due', { time });
  return t(`publish.standing.${receipt.status}`, { time });
}
