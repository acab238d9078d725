import type { NodeKey } from 'lexical';
import { ExternalLink, MapPin, Play, SquareArrowOutUpRight, Trash2 } from 'lucide-react';
import { memo, useRef } from 'react';
import { $isEmbedNode, $setEmbedCaption, type EmbedData } from '../../../story/schema/embed/node.ts';
import { type ProviderId, providerOf, shownAddress } from '../../../story/text/provider.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { CaptionField } from '../CaptionField.tsx';
import { coreOf } from '../core.ts';
import { removeSolid } from '../figures.ts';
import { useTexts } from '../texts.ts';
import type { StorySession } from '../types.ts';
import { useSolid } from '../useSolid.ts';
import styles from './embed.module.css';

type Props = { session: StorySession; nodeKey: NodeKey; data: EmbedData; readOnly: boolean };

const MAPS: readonly ProviderId[] = ['googleMaps', 'openStreetMap'];
const VIDEOS: readonly ProviderId[] = ['youtube', 'tiktok', 'vimeo', 'dailymotion'];

/** Something of another site: who shows it, its address, which opens in the person's own browser, and a caption. */
export const EmbedView = memo(function EmbedView({ session, nodeKey, data, readOnly }: Props) {
  const t = useTexts();
  const frame = useRef<HTMLFieldSetElement>(null);
  const { editor, texts } = coreOf(session);
  useSolid(session, nodeKey, frame);
  const { id, name } = providerOf(data.url);
  const Icon = MAPS.includes(id) ? MapPin : VIDEOS.includes(id) ? Play : SquareArrowOutUpRight;
  return (
    <fieldset ref={frame} className={styles.frame} aria-label={t('embedNamed', { name })}>
      <div className={styles.card} data-handle>
        <Icon className={styles.icon} size={22} strokeWidth={1.7} aria-hidden="true" />
        <div className={styles.words}>
          <span className={styles.name}>{name}</span>
          <a
            className={styles.address}
            href={data.url}
            target="_blank"
            rel="noreferrer"
            title={data.url}
            onClick={(event) => {
              event.preventDefault();
              document.dispatchEvent(new CustomEvent('copydesk:open-link', { detail: data.url }));
            }}
          >
            <span className={styles.where}>{shownAddress(data.url)}</span>
            <ExternalLink size={14} strokeWidth={1.8} aria-hidden="true" />
          </a>
          <CaptionField
            session={session}
            nodeKey={nodeKey}
            value={data.caption}
            label={t('embedCaption')}
            readOnly={readOnly}
            onType={(value) =>
              texts.type(nodeKey, 'caption', (node) => $isEmbedNode(node) && $setEmbedCaption(node, value))
            }
          />
        </div>
        {readOnly ? null : (
          <IconButton
            icon={Trash2}
            label={t('embedRemove')}
            className={styles.remove}
            onClick={() => {
              removeSolid(editor, nodeKey);
              editor.focus();
            }}
          />
        )}
      </div>
    </fieldset>
  );
});
