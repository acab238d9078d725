import { type PublishedBlock, type PublishedStory, publishedPart } from '../../canonical.ts';
import { withTexts } from '../../content.ts';
import { type Block, FIELD_NAMES, isTextBlock, type Run, type Story } from '../../model.ts';
import { comparePlain } from '../../review/compare/pieces.ts';
import { fieldsAsTheyWere, withMarks } from '../../review/suggest/decide.ts';
import { isGhost } from '../../review/suggest/moves.ts';
import { bodyHtml, type HtmlPhotos } from './body.ts';
import { articleHtml } from './page.ts';

/** Signs of a private kind that stand for elements while the page is made, and never for letters of a story. */
const INS = ['\ue000', '\ue001'] as const;
const DEL = ['\ue002', '\ue003'] as const;
const SIGNS: Record<string, string> = { [INS[0]]: '<ins>', [INS[1]]: '</ins>', [DEL[0]]: '<del>', [DEL[1]]: '</del>' };
const ANY_SIGN = /[\ue000-\ue003]/g;

/**
 * The article with its suggestions marked: what came in <ins>, what goes in <del>, breaks as "¶". For the desk's own reading,
 * on the screen and on paper; nothing that is published is made of it.
 */
export function markedArticle(story: Story, photos: HtmlPhotos): string {
  const part = markedPart(story);
  return articleHtml(part, bodyHtml(part, photos, [])).replace(ANY_SIGN, (sign) => SIGNS[sign] ?? '');
}

function markedPart(story: Story): PublishedStory {
  const { suggestions } = story;
  const before = fieldsAsTheyWere(story);
  const fields = { ...story.fields };
  for (const name of FIELD_NAMES) fields[name] = marked(bare(before[name]), bare(fields[name]));
  const kinds = (ids: readonly string[] = []) => ids.map((id) => suggestions[id]?.kind);
  const wrap = (text: string, ids: readonly string[] | undefined): string => {
    const of = kinds(ids);
    const inside = of.includes('insertion') ? `${INS[0]}${text}${INS[1]}` : text;
    return of.includes('deletion') ? `${DEL[0]}${inside}${DEL[1]}` : inside;
  };
  const run = ({ suggestions: ids, ...one }: Run): Run => ({ ...one, text: wrap(bare(one.text), ids) });
  const block = (one: Block): Block[] => {
    const { suggestions: ids } = one;
    if (isGhost(one, suggestions)) return [];
    if (isTextBlock(one)) {
      const isBreak = kinds(ids).some((kind) => kind === 'insertion' || kind === 'deletion');
      return [withMarks({ ...one, runs: [...(isBreak ? [{ text: wrap('¶ ', ids) }] : []), ...one.runs.map(run)] }, [])];
    }
    const solid = withMarks(withTexts(one, bare), []);
    if (!('caption' in solid)) return [solid];
    const was = (ids ?? [])
      .map((id) => suggestions[id])
      .find((made) => made?.kind === 'change' && 'caption' in made.was);
    const old = was?.kind === 'change' ? was.was.caption : solid.caption;
    return [{ ...solid, caption: wrap(marked(bare(typeof old === 'string' ? old : ''), solid.caption), ids) }];
  };
  // Cleaned as what is published is, but whole: the marks are in the words by now.
  const body: PublishedBlock[] = publishedPart({
    ...story,
    fields,
    body: story.body.flatMap(block),
    suggestions: {},
  }).body;
  return { id: story.id, language: story.language, fields, body };
}

const bare = (text: string): string => text.replace(ANY_SIGN, '');

/** A plain text before and after, as one. */
const marked = (before: string, after: string): string =>
  before === after
    ? after
    : comparePlain(before, after)
        .map(({ kind, text }) => {
          if (kind === 'added') return `${INS[0]}${text}${INS[1]}`;
          return kind === 'removed' ? `${DEL[0]}${text}${DEL[1]}` : text;
        })
        .join('');

/** How the marks look, on a screen and in black and white. */
export const MARKED_STYLESHEET = `
ins { text-decoration: underline 2px; text-underline-offset: 3px; background: #e3f2e4; color: #0d4d22; }
del { text-decoration: line-through; background: #fbe9e7; color: #8a1c14; }
@media print { ins, del { background: none; color: inherit; } }
`;
