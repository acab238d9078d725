import { FIELD_NAMES, FIGURE_FIELDS, figureText } from '../../model.ts';
import type { Effort } from '../diff.ts';
import { type Token, textToken } from '../tokens.ts';
import { itemsOf } from './items.ts';
import type { Comparable, ComparedBlock } from './model.ts';
import { kindOf } from './row.ts';
import { type Family, familiesOf, oneOrder } from './threeFamilies.ts';
import {
  BREAK,
  type ThreeComparison,
  type ThreeField,
  type ThreeRow,
  type ThreeText,
  VERSIONS,
  type Whose,
} from './threeModel.ts';
import { ownerOf, threePieces, threePlain, togetherOf, whoseOf } from './threePieces.ts';

/**
 * Three versions of a story in one reading: each change of the base is marked by whose it is, ours, theirs, both the same, or
 * both differently. Blocks find each other as they do when two versions are compared, and words are compared as there; what
 * is compared, and in which form, is the same, too. Never fails.
 */
export function compareThree(
  base: Comparable,
  ours: Comparable,
  theirs: Comparable,
  effort: Effort = { comparisons: 0 },
): ThreeComparison {
  const fields = FIELD_NAMES.map((name): ThreeField => {
    const pieces = threePlain(base.fields[name], ours.fields[name], theirs.fields[name], effort);
    return { name, whose: whoseOf(pieces), pieces };
  });
  const bodies = { base: itemsOf(base.body), ours: itemsOf(ours.body), theirs: itemsOf(theirs.body) };
  const rows = oneOrder(familiesOf(bodies, effort)).map(({ family, isAway }) =>
    isAway ? awayRow(family) : rowOf(family, effort),
  );
  const all = [...fields, ...rows.filter((row) => row.kind !== 'away')].map(({ whose }) => whose);
  const count = (whose: Whose) => all.filter((one) => one === whose).length;
  return {
    isSame: all.every((whose) => whose === null),
    fields,
    rows,
    counts: {
      ours: count('ours'),
      theirs: count('theirs'),
      both: count('both'),
      each: count('each'),
      different: count('different'),
    },
  };
}

const blocksOf = ({ base, ours, theirs }: Family) => ({
  base: base.map(({ block }) => block),
  ours: ours.map(({ block }) => block),
  theirs: theirs.map(({ block }) => block),
});

const awayRow = (family: Family): ThreeRow => ({
  ...blocksOf(family),
  kind: 'away',
  whose: family.moved,
  texts: [],
  moved: family.moved,
  retyped: null,
  photo: null,
  recipe: null,
});

function rowOf(family: Family, effort: Effort): ThreeRow {
  const blocks = blocksOf(family);
  const texts = textsOf(family, blocks, effort);
  /** Of what is not there, nothing but that is said. */
  const owner = (of: (blocks: ComparedBlock[]) => unknown): Whose | null => {
    const base = of(blocks.base);
    const value = (list: ComparedBlock[]) => (list.length === 0 ? base : of(list));
    return blocks.base.length === 0 ? null : ownerOf(base, value(blocks.ours), value(blocks.theirs));
  };
  const [base, ours, theirs] = VERSIONS.map((version) => blocks[version].length > 0);
  const there = ownerOf(base, ours, theirs);
  const retyped = owner(([first]) => first && kindOf(first));
  const photo = owner(([first]) => first?.type === 'figure' && first.photo);
  const recipe = owner(([first]) => first?.type === 'figure' && first.recipe);
  const { moved } = family;
  const whose = togetherOf([there, moved, retyped, photo, recipe, ...texts.map(({ pieces }) => whoseOf(pieces))]);
  const kind = !base ? 'added' : !ours || !theirs ? 'removed' : moved ? 'moved' : whose ? 'changed' : 'same';
  return { ...blocks, kind, whose, texts, moved, retyped, photo, recipe };
}

type Blocks = ReturnType<typeof blocksOf>;

function textsOf(family: Family, blocks: Blocks, effort: Effort): ThreeText[] {
  const item = [...family.base, ...family.ours, ...family.theirs][0]!;
  if (item.isText) {
    const [base, ours, theirs] = VERSIONS.map((version) => tokensOf(family, version));
    return [{ name: 'words', pieces: threePieces(base!, ours!, theirs!, effort) }];
  }
  const plain = (name: ThreeText['name'], of: (block: ComparedBlock) => string): ThreeText => {
    const [base, ours, theirs] = VERSIONS.map((version) => blocks[version].map(of).join('\n'));
    return { name, pieces: threePlain(base!, ours!, theirs!, effort) };
  };
  const caption = plain('caption', (block) => ('caption' in block ? block.caption : ''));
  switch (item.block.type) {
    case 'figure':
      return FIGURE_FIELDS.map((name) =>
        plain(name, (block) => (block.type === 'figure' ? figureText(block, name) : '')),
      );
    case 'table':
      return [caption, plain('cells', (block) => (block.type === 'table' ? cellsText(block.rows) : ''))];
    case 'embed':
      return [plain('url', (block) => (block.type === 'embed' ? block.url : '')), caption];
    default:
      return [];
  }
}

/** The words of a family's blocks, with a break between two. */
const tokensOf = (family: Family, version: (typeof VERSIONS)[number]): Token[] =>
  family[version].flatMap((item, index) => [...(index > 0 ? [textToken({ text: BREAK })] : []), ...item.tokens()]);

const cellsText = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join(' | ')).join('\n');
