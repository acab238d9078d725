import type { Piece } from '../../story/review/compare/model.ts';
import { piecesText } from '../../story/review/compare/pieces.ts';
import { DEFAULT_TYPE, typeName } from '../../story/types/type.ts';
import { language, t } from '../i18n.ts';
import { allTypes } from './known.ts';

/** The name of a type that a story names; '' is the house's default. */
export function typeText(id: string): string {
  const type = allTypes().find((one) => one.id === (id || DEFAULT_TYPE));
  return type ? typeName(type, language()) : t('types.unknown');
}

/** A comparison of two types' ids, or one side of it, in their names. */
export function typePieces(pieces: readonly Piece[]): Piece[] {
  if (pieces.every(({ kind }) => kind === 'same'))
    return pieces.length > 0 ? [{ kind: 'same', text: typeText(piecesText(pieces, 'before')) }] : [];
  const has = (kind: Piece['kind']) => pieces.some((piece) => piece.kind === kind);
  return [
    ...(has('removed') ? [{ kind: 'removed' as const, text: typeText(piecesText(pieces, 'before')) }] : []),
    ...(has('added') ? [{ kind: 'added' as const, text: typeText(piecesText(pieces, 'after')) }] : []),
  ];
}
