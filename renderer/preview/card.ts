import { publishedPart } from '../../story/canonical.ts';
import { HOUSE_LIMITS, lengthOf } from '../../story/limits.ts';
import type { Figure, Story } from '../../story/model.ts';
import { focalCut } from '../../story/photo/geometry.ts';
import { drawnSize } from '../../story/photo/recipe.ts';
import { socialHeadline } from '../../story/text/headlines.ts';

export type CardProblem = 'noHeadline' | 'longHeadline' | 'noStandfirst' | 'noPhoto' | 'smallPhoto';
/** What a social network shows of a story. */
export type Card = {
  headline: string;
  text: string;
  photo: Omit<Figure, 'unchecked' | 'drafted'> | null;
  problems: CardProblem[];
};

/** Below this, Facebook shows the photo small beside the text, or none (its guide for sharing asks for 1200 by 630). */
const ENOUGH = { width: 1200, height: 630 };

const isSmall = ({ width, height }: { width: number; height: number }): boolean =>
  width < ENOUGH.width || height < ENOUGH.height;

/** The `object-position` at which a card of 1.91 to 1 keeps a photo's focal point in sight. */
export function cutPosition(photo: Pick<Figure, 'width' | 'height' | 'recipe'>): string {
  const { x, y, width, height } = focalCut(photo, 1.91);
  const part = (start: number, length: number) =>
    `${length < 1 ? Math.round((start / (1 - length)) * 1000) / 10 : 50}%`;
  return `${part(x, width)} ${part(y, height)}`;
}

/** The card of a story: its social headline, its standfirst, its first photo; and what is missing. */
export function cardOf(story: Story, limits = HOUSE_LIMITS): Card {
  const { fields, body } = publishedPart(story);
  const headline = socialHeadline(fields).trim();
  const figure = body.find((block) => block.type === 'figure') ?? null;
  const { count, limit } = lengthOf('headlineSocial', headline, limits);
  const problems: CardProblem[] = [];
  if (headline === '') problems.push('noHeadline');
  if (limit !== null && count > limit) problems.push('longHeadline');
  if (fields.standfirst.trim() === '') problems.push('noStandfirst');
  if (!figure) problems.push('noPhoto');
  else if (isSmall(drawnSize(figure))) problems.push('smallPhoto');
  return { headline, text: fields.standfirst.trim(), photo: figure, problems };
}
