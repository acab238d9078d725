import {
  $applyNodeReplacement,
  $getDocument,
  $getState,
  $setState,
  createState,
  type DOMExportOutput,
  type EditorConfig,
  type LexicalNode,
  NODE_STATE_DIRECT,
} from 'lexical';
import { canonicalJson } from '../../canonical.ts';
import {
  FIGURE_FIELDS,
  type Figure,
  type FigureField,
  figureText,
  hashSchema,
  PHOTO_TEXTS,
  type PhotoText,
} from '../../model.ts';
import { type Recipe, recipeSchema } from '../../photo/recipe.ts';
import { SolidNode } from '../solid.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 20_000) : '');
const pixels = (value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 1;
const photoTexts = (value: unknown): PhotoText[] =>
  Array.isArray(value) ? PHOTO_TEXTS.filter((field) => value.includes(field)).sort() : [];
const sameList = (a: readonly string[], b: readonly string[]) => a.join() === b.join();

const photoState = createState('photo', {
  parse: (value) => (typeof value === 'string' && hashSchema.safeParse(value).success ? value : ''),
});
const widthState = createState('width', { parse: pixels });
const heightState = createState('height', { parse: pixels });
const captionState = createState('caption', { parse: text });
const creditState = createState('credit', { parse: text });
const copyrightState = createState('copyright', { parse: text });
const altState = createState('alt', { parse: text });
const uncheckedState = createState('unchecked', {
  parse: photoTexts,
  isEqual: sameList,
});
const draftedState = createState('drafted', { parse: photoTexts, isEqual: sameList });
const recipeState = createState('recipe', {
  parse: (value): Recipe | null => {
    const parsed = recipeSchema.safeParse(value);
    return parsed.success && Object.keys(parsed.data).length > 0 ? parsed.data : null;
  },
  isEqual: (a, b) => canonicalJson(a) === canonicalJson(b),
});
const columnsState = createState('columns', {
  parse: (value): 1 | 2 | 3 | null => (value === 1 || value === 2 || value === 3 ? value : null),
});
const galleryCaptionState = createState('galleryCaption', { parse: text });
const galleryState = createState('gallery', { parse: (value) => value === true });

const textStates = {
  caption: captionState,
  credit: creditState,
  copyright: copyrightState,
  alt: altState,
  galleryCaption: galleryCaptionState,
};

/** A figure's fields as they stand. */
export type FigureData = Omit<Figure, 'id' | 'type' | 'box'>;

/** A photo with its texts: a block of its own, whose fields are plain text outside the editor's own text. */
export class FigureNode extends SolidNode<Omit<Figure, 'id' | 'box'>> {
  override $config() {
    return this.config('figure', {
      extends: SolidNode,
      stateConfigs: [
        { flat: true, stateConfig: photoState },
        { flat: true, stateConfig: widthState },
        { flat: true, stateConfig: heightState },
        { flat: true, stateConfig: captionState },
        { flat: true, stateConfig: creditState },
        { flat: true, stateConfig: copyrightState },
        { flat: true, stateConfig: altState },
        { flat: true, stateConfig: uncheckedState },
        { flat: true, stateConfig: draftedState },
        { flat: true, stateConfig: recipeState },
        { flat: true, stateConfig: galleryState },
        { flat: true, stateConfig: columnsState },
        { flat: true, stateConfig: galleryCaptionState },
      ],
    });
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = $getDocument().createElement('figure');
    if (typeof config.theme.figure === 'string') element.className = config.theme.figure;
    return element;
  }

  override decorate(): Omit<Figure, 'id' | 'box'> {
    return { type: 'figure', ...$figureData(this) };
  }

  /** For other programs: the caption's words. Inside the app a figure is copied as a node. */
  override exportDOM(): DOMExportOutput {
    const document = $getDocument();
    const element = document.createElement('figure');
    const { caption, credit } = $figureData(this);
    const line = document.createElement('figcaption');
    line.textContent = [caption, credit].filter(Boolean).join(' ');
    element.append(line);
    return { element };
  }
}

export const $isFigureNode = (node: LexicalNode | null | undefined): node is FigureNode => node instanceof FigureNode;

/** A figure node with every field set. */
export function $createFigureNode(data: FigureData): FigureNode {
  const node = $applyNodeReplacement(new FigureNode());
  $setState(node, photoState, data.photo);
  $setState(node, widthState, data.width);
  $setState(node, heightState, data.height);
  for (const field of FIGURE_FIELDS) $setState(node, textStates[field], figureText(data, field));
  $setInGallery(node, data.gallery === true);
  $setColumns(node, data.columns ?? null);
  $setRecipe(node, data.recipe ?? null);
  $setState(node, draftedState, data.drafted ?? []);
  return $setState(node, uncheckedState, [...data.unchecked].sort());
}

/** The figure's fields. */
export function $figureData(node: FigureNode): FigureData {
  const drafted = $getState(node, draftedState);
  const recipe = $getState(node, recipeState);
  const columns = $getState(node, columnsState);
  const galleryCaption = $getState(node, galleryCaptionState);
  return {
    photo: $getState(node, photoState),
    width: $getState(node, widthState),
    height: $getState(node, heightState),
    caption: $getState(node, captionState),
    credit: $getState(node, creditState),
    copyright: $getState(node, copyrightState),
    alt: $getState(node, altState),
    unchecked: $getState(node, uncheckedState),
    ...(drafted.length > 0 && { drafted }),
    ...(recipe && { recipe }),
    ...($getState(node, galleryState) && { gallery: true as const }),
    ...(columns && { columns }),
    ...(galleryCaption !== '' && { galleryCaption }),
  };
}

/** Whether a figure is in a gallery with the figures beside it that are. */
export const $isInGallery = (node: FigureNode): boolean => $getState(node, galleryState);

/** The same, read outside an update. */
export const isInGallery = (node: FigureNode): boolean => $getState(node, galleryState, NODE_STATE_DIRECT);

/** What a figure says of its gallery as a whole, read outside an update. */
export const galleryPart = (node: FigureNode): { columns: 1 | 2 | 3 | null; caption: string } => ({
  columns: $getState(node, columnsState, NODE_STATE_DIRECT),
  caption: $getState(node, galleryCaptionState, NODE_STATE_DIRECT),
});

export function $setInGallery(node: FigureNode, isIn: boolean): void {
  if ($getState(node, galleryState) !== isIn) $setState(node, galleryState, isIn);
}

/** What is made of the photo here; null: it is shown as it was taken. */
export function $setRecipe(node: FigureNode, recipe: Recipe | null): void {
  $setState(node, recipeState, recipe);
}

/** Photos side by side in its gallery; null: as many as fit. */
export function $setColumns(node: FigureNode, columns: 1 | 2 | 3 | null): void {
  if ($getState(node, columnsState) !== columns) $setState(node, columnsState, columns);
}

/** Marks which texts a model wrote. */
export function $setDrafted(node: FigureNode, fields: readonly PhotoText[]): void {
  $setState(node, draftedState, [...fields].sort());
}

/** Writes one text of a figure; a person has then seen it, so it is no longer unchecked. What is empty, no model wrote. */
export function $setFigureText(node: FigureNode, field: FigureField, value: string): void {
  $setState(node, textStates[field], text(value));
  if (field === 'galleryCaption') return;
  $confirmFigureText(node, field);
  const drafted = $getState(node, draftedState);
  if (value === '' && drafted.includes(field))
    $setDrafted(
      node,
      drafted.filter((name) => name !== field),
    );
}

/** A person has checked a text that came from the file. */
export function $confirmFigureText(node: FigureNode, field: PhotoText): void {
  const unchecked = $getState(node, uncheckedState);
  if (unchecked.includes(field))
    $setState(
      node,
      uncheckedState,
      unchecked.filter((name) => name !== field),
    );
}

/** Writes what a template makes of the photo's facts: a person has to check it, as what comes from its file. */
export function $fillFigureText(node: FigureNode, field: PhotoText, value: string): void {
  $setFigureText(node, field, value);
  if (value !== '') $setState(node, uncheckedState, [...$getState(node, uncheckedState), field].sort());
}
