import { useTranslation } from 'react-i18next';
import { type Block, type FieldName, isTextBlock, type ListItem, type Story } from '../../story/model.ts';
import { providerOf } from '../../story/text/provider.ts';
import body from '../editor/body.module.css';
import page from '../editor/page.module.css';
import { Beside } from './Beside.tsx';
import compare from './compare.module.css';
import { Photo } from './Photo.tsx';
import { Marked } from './Pieces.tsx';
import { placed } from './placed.ts';
import styles from './reading.module.css';

/** A version as a page to read: the look of the story's own page, nothing to edit. */
export function Reading({ story, label }: { story: Story; label: string }) {
  const field = (name: FieldName, Tag: 'p' | 'h2' = 'p') =>
    story.fields[name] ? <Tag className={page[name]}>{story.fields[name]}</Tag> : null;
  const { place, date, byline, closingMark, section, tags } = story.fields;
  return (
    <article className={`${page.page} ${styles.page}`} lang={story.language} aria-label={label}>
      {field('kicker')}
      {field('headline', 'h2')}
      {field('standfirst')}
      {story.fields.correction ? <p className={styles.correction}>{story.fields.correction}</p> : null}
      {place || date ? (
        <div className={page.dateline}>
          {field('place')}
          {field('date')}
        </div>
      ) : null}
      <div className={body.body}>
        <Blocks blocks={story.body} />
      </div>
      {byline || closingMark ? (
        <div className={page.signature}>
          {field('byline')}
          {field('closingMark')}
        </div>
      ) : null}
      {section || tags ? <p className={styles.filing}>{[section, tags].filter(Boolean).join(' · ')}</p> : null}
      <Beside fields={story.fields} />
    </article>
  );
}

/** Blocks from top to bottom; neighbours in a fact box are one box. */
function Blocks({ blocks }: { blocks: readonly Block[] }) {
  const parts: Block[][] = [];
  for (const block of blocks) {
    const last = parts.at(-1);
    if (last && last[0]?.box === block.box) last.push(block);
    else parts.push([block]);
  }
  return parts.map((part) =>
    part[0]?.box ? (
      <aside key={part[0].id} className={styles.box}>
        <Grouped blocks={part} />
      </aside>
    ) : (
      <Grouped key={part[0]?.id} blocks={part} />
    ),
  );
}

/** Neighbouring items are one list. */
function Grouped({ blocks }: { blocks: readonly Block[] }) {
  const parts: (Block | ListItem[])[] = [];
  for (const block of blocks) {
    const last = parts.at(-1);
    if (block.type === 'listItem' && Array.isArray(last) && last[0]?.list === block.list) last.push(block);
    else parts.push(block.type === 'listItem' ? [block] : block);
  }
  return parts.map((part) =>
    Array.isArray(part) ? <List key={part[0]?.id} items={part} /> : <OneBlock key={part.id} block={part} />,
  );
}

function List({ items }: { items: readonly ListItem[] }) {
  const Tag = items[0]?.list === 'number' ? 'ol' : 'ul';
  return (
    <Tag>
      {items.map((item) => (
        <li key={item.id} className={styles[`indent${item.indent}`]}>
          <Runs block={item} />
        </li>
      ))}
    </Tag>
  );
}

function OneBlock({ block }: { block: Block }) {
  if (block.type === 'figure') return <FigureBlock figure={block} />;
  if (block.type === 'divider') return <hr />;
  if (block.type === 'embed') return <EmbedBlock embed={block} />;
  if (block.type === 'table') return <TableBlock table={block} />;
  if (block.type === 'quote' || block.type === 'pullquote')
    return (
      <blockquote className={block.type === 'pullquote' ? styles.pullquote : undefined}>
        <Runs block={block} />
      </blockquote>
    );
  const Tag = block.type === 'heading' ? (block.level === 2 ? 'h3' : 'h4') : 'p';
  const level =
    block.type === 'heading'
      ? styles[`level${block.level}`]
      : block.type === 'attribution'
        ? styles.attribution
        : undefined;
  return (
    <Tag className={level}>
      <Runs block={block} />
    </Tag>
  );
}

function EmbedBlock({ embed }: { embed: Extract<Block, { type: 'embed' }> }) {
  return (
    <figure>
      <p>{`${providerOf(embed.url).name}: ${embed.url}`}</p>
      {embed.caption ? <figcaption className={styles.caption}>{embed.caption}</figcaption> : null}
    </figure>
  );
}

function TableBlock({ table }: { table: Extract<Block, { type: 'table' }> }) {
  const { caption, header, headerColumn, rows } = table;
  return (
    <div className={compare.tableFrame}>
      <table className={compare.table}>
        {caption ? <caption>{caption}</caption> : null}
        <tbody>
          {[...rows.entries()].map(([row, cells]) => (
            <tr key={row}>
              {[...cells.entries()].map(([column, text]) => {
                const Cell = (header && row === 0) || (headerColumn && column === 0) ? 'th' : 'td';
                return <Cell key={column}>{text}</Cell>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FigureBlock({ figure }: { figure: Extract<Block, { type: 'figure' }> }) {
  const { t } = useTranslation();
  const { caption, credit, copyright, alt, drafted = [] } = figure;
  const draftedFields = drafted.map((field) => t(`editor.text.${field}`)).join(', ');
  return (
    <figure data-gallery={figure.gallery ? '' : undefined}>
      <Photo figure={figure} className={styles.photo} />
      <figcaption className={styles.caption}>
        {caption ? <p>{caption}</p> : null}
        {[credit, copyright].some(Boolean) ? (
          <p className={styles.credit}>{[credit, copyright].filter(Boolean).join(' · ')}</p>
        ) : null}
        {alt ? <p className={styles.credit}>{`${t('editor.text.alt')}: ${alt}`}</p> : null}
        {draftedFields ? <p className={styles.credit}>{t('editor.draft.fields', { fields: draftedFields })}</p> : null}
      </figcaption>
    </figure>
  );
}

/** The text of a block; an empty one keeps its line. */
function Runs({ block }: { block: Block }) {
  if (!isTextBlock(block) || block.runs.length === 0) return <br />;
  return placed(block.runs).map(({ at, stretch: { text, ...marks } }) => (
    <Marked key={at} marks={marks}>
      {text}
    </Marked>
  ));
}
