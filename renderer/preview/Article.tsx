import { useTranslation } from 'react-i18next';
import {
  articleToHtml,
  type HtmlPhotos,
  MARKED_STYLESHEET,
  markedArticle,
  STYLESHEET,
} from '../../story/formats/html/index.ts';
import type { Figure, Story } from '../../story/model.ts';
import { drawnSize, photoKey } from '../../story/photo/recipe.ts';
import { photoAddress } from '../media/address.ts';
import { Frame } from './Frame.tsx';
import styles from './preview.module.css';

/** The desk's own pictures of the photos, for the same page that goes out with renditions. */
export const photosOf = ({ body }: Story): HtmlPhotos =>
  new Map(
    body
      .filter((block): block is Figure => block.type === 'figure')
      .map((figure) => [photoKey(figure), { href: photoAddress(figure), ...drawnSize(figure) }]),
  );

/** `marks`: with its suggestions marked. */
type Shown = { story: Story; marks: boolean };
type Props = Shown & { title: string; className?: string | undefined; properties?: Record<string, string> };

function Article({ story, marks, title, className, properties }: Props) {
  return (
    <Frame
      title={title}
      className={className}
      html={marks ? markedArticle(story, photosOf(story)) : articleToHtml(story, photosOf(story))}
      stylesheet={marks ? STYLESHEET + MARKED_STYLESHEET : STYLESHEET}
      language={story.language}
      {...(properties && { properties })}
    />
  );
}

/** The page as a destination of files publishes it. */
export function ArticlePage({ story, marks }: Shown) {
  const { t } = useTranslation();
  return <Article story={story} marks={marks} title={t('preview.page')} className={styles.page} />;
}

// A phone's takes no room from the page.
const NO_SCROLLBAR = { 'scrollbar-width': 'none' };

/** The same page on a telephone of the common size. */
export function Phone({ story, marks }: Shown) {
  const { t } = useTranslation();
  return (
    <div className={styles.stage}>
      <div className={styles.phone}>
        <Article
          story={story}
          marks={marks}
          title={t('preview.phone')}
          className={styles.phoneScreen}
          properties={NO_SCROLLBAR}
        />
      </div>
    </div>
  );
}
