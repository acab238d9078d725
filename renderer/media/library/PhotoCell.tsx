import { Ban, Check, ImageOff, Sparkles } from 'lucide-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoRow } from '../../../preload/contract.ts';
import ui from '../../ui/ui.module.css';
import { thumbnailAddress } from '../address.ts';
import sheet from '../import/sheet.module.css';
import styles from './photoLibrary.module.css';

/** That there is no credit stands where the credit would. */
const ICONS = { restricted: Ban, ai: Sparkles } as const;

type Props = {
  row: PhotoRow;
  index: number;
  count: number;
  isChosen: boolean;
  isCurrent: boolean;
};

/** One photo of the grid, which hears what is done with it. */
export const PhotoCell = memo(function PhotoCell({ row, index, count, isChosen, isCurrent }: Props) {
  const { t } = useTranslation();
  const [isBroken, setBroken] = useState(false);
  const title = row.headline || row.caption || row.name;
  const uses = row.uses > 0 ? t('photos.library.usedIn', { count: row.uses }) : t('photos.library.unused');
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus, and names the current photo
    <div
      id={`photo-${row.id}`}
      role="option"
      aria-selected={isChosen}
      aria-posinset={index + 1}
      aria-setsize={count}
      className={styles.cell}
      data-place={index}
      data-current={isCurrent || undefined}
      draggable
    >
      <span className={styles.picture}>
        {isBroken ? (
          <ImageOff size={22} aria-hidden="true" />
        ) : (
          <img src={thumbnailAddress(row.id)} alt="" draggable={false} onError={() => setBroken(true)} />
        )}
      </span>
      <span className={styles.name}>{title}</span>
      <span className={styles.facts}>
        <span className={styles.by}>{row.credit || row.photographer || t('photos.library.flag.noCredit')}</span>
        {(['restricted', 'ai'] as const).map((flag) => {
          const Icon = ICONS[flag];
          return row.flags.includes(flag) ? (
            <span key={flag} title={t(`photos.library.flag.${flag}`)} className={styles[flag]}>
              <Icon size={13} aria-hidden="true" />
              <span className={ui.hidden}>{t(`photos.library.flag.${flag}`)}</span>
            </span>
          ) : null;
        })}
        <span className={ui.hidden}>{uses}</span>
        {row.uses > 0 ? (
          <span className={styles.uses} title={uses} aria-hidden="true">
            {row.uses}
          </span>
        ) : null}
      </span>
      {isChosen ? (
        <span className={sheet.tick}>
          <Check size={15} aria-hidden="true" />
        </span>
      ) : null}
    </div>
  );
});
