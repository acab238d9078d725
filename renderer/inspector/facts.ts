import { type Figure, isTextBlock, plainText, type Story } from '../../story/model.ts';
import { countCharacters, countWords } from '../../story/text/counts.ts';

export type Facts = {
  words: number;
  characters: number;
  /** Text blocks that hold something. */
  paragraphs: number;
  photos: number;
  /** Who the photos come from, each once, in the story's order; '' where it is not said. */
  credits: string[];
};

/** The figures of the Story tab. */
export function factsOf(story: Story): Facts {
  const figures = story.body.filter((block): block is Figure => block.type === 'figure');
  return {
    words: countWords(story),
    characters: countCharacters(story),
    paragraphs: story.body.filter((block) => isTextBlock(block) && plainText(block.runs).trim() !== '').length,
    photos: figures.length,
    credits: [...new Set(figures.map((figure) => figure.credit.trim()))],
  };
}
