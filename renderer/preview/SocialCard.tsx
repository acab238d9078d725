import { ImageOff, Info } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Story } from '../../story/model.ts';
import { limitsOf, typeOf } from '../../story/types/rules.ts';
import { photoAddress } from '../media/address.ts';
import { destinations, prefs } from '../state.ts';
import { useStore } from '../store.ts';
import { storyTypes } from '../types/known.ts';
import { cardOf, cutPosition } from './card.ts';
import styles from './preview.module.css';

/** The story as a card in a social network or a messenger. */
export function SocialCard({ story }: { story: Story }) {
  const { t } = useTranslation();
  const types = useStore(storyTypes).types.map(({ type }) => type);
  const site = useSite() ?? t('preview.site');
  const { headline, text, photo, problems } = cardOf(story, limitsOf(typeOf(story.fields.type, types)));
  return (
    <div className={styles.stage}>
      <div className={styles.cardColumn}>
        <article className={styles.card} lang={story.language}>
          {photo ? (
            <img
              className={styles.cardPhoto}
              src={photoAddress(photo)}
              alt={photo.alt}
              draggable={false}
              style={{ objectPosition: cutPosition(photo) }}
            />
          ) : (
            <div className={styles.noPhoto}>
              <ImageOff size={28} aria-hidden="true" />
            </div>
          )}
          <div className={styles.cardText}>
            <p className={styles.cardSite}>{site}</p>
            <p className={styles.cardHeadline}>{headline || t('preview.headlineHere')}</p>
            {text ? <p className={styles.cardStandfirst}>{text}</p> : null}
          </div>
        </article>
        <ul className={styles.problems} aria-label={t('preview.missing')}>
          {problems.map((problem) => (
            <li key={problem}>
              <Info size={14} aria-hidden="true" /> {t(`preview.problem.${problem}`)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** The site's name as a card shows it: the host of the site last published to, or of the first there is. */
function useSite(): string | null {
  const { lastDestinationId } = useStore(prefs);
  const sites = useStore(destinations).filter(({ config }) => config.type === 'wordpress');
  const site = sites.find(({ id }) => id === lastDestinationId) ?? sites[0];
  if (site?.config.type !== 'wordpress' || !URL.canParse(site.config.url)) return null;
  return new URL(site.config.url).host.replace(/^www\./, '');
}
