import type { Block, Story } from '../../../story/model.ts';
import { compareStories } from '../../../story/review/compare/compare.ts';
import type { Comparison, Piece, Row } from '../../../story/review/compare/model.ts';
import { story } from '../review/kit.ts';

export const compareBodies = (before: Block[], after: Block[]): Comparison =>
  compareStories(story(before), story(after));

/** Pieces in the signs of wdiff: [-removed-]{+added+}, and ~format~. */
export const signs = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ kind, text }) => {
      if (kind === 'added') return `{+${text}+}`;
      if (kind === 'removed') return `[-${text}-]`;
      return kind === 'format' ? `~${text}~` : text;
    })
    .join('');

/** A row in a line: its kind, its other end, and its parts. */
export function told(row: Row): string {
  const other = row.moved ? ` ${row.moved.end} (row ${row.moved.row}, ${row.moved.from} to ${row.moved.to})` : '';
  const copy = row.copyOf === undefined ? '' : ` (copy of row ${row.copyOf})`;
  return `${row.kind}${other}${copy}: ${row.parts.map((part) => signs(part.pieces)).join(' ¶ ')}`;
}

export const rowsOf = (before: Block[], after: Block[]): string[] => compareBodies(before, after).rows.map(told);

/** One paragraph edited. */
export function edited(before: string, after: string): string {
  const paragraph = (text: string): Story =>
    story([{ id: '01900000-0000-7000-8000-000000000001', type: 'paragraph', runs: [{ text }] }]);
  return compareStories(paragraph(before), paragraph(after))
    .rows.map((row) => row.parts.map((part) => signs(part.pieces)).join(' ¶ '))
    .join(' | ');
}

export const DROUGHT =
  'Sáng 14/6, Ủy ban nhân dân tỉnh họp bàn giải pháp phòng, chống hạn cho 3.700 ha lúa. Chủ tịch yêu cầu các địa phương tu sửa kênh mương trước ngày 20/6.';
export const LAKE =
  'Theo Chi cục Thủy lợi, mực nước hồ Nặm Cắt chỉ còn 57,54% dung tích thiết kế, thấp hơn cùng kỳ năm trước 8,2%.';
export const CANAL = 'Người dân thôn Nà Pài đã góp 120 ngày công nạo vét hai tuyến mương dài 1,5 km.';
export const NOODLES = 'Hợp tác xã Minh Anh vừa xuất khẩu lô miến dong đầu tiên sang châu Âu với giá 4,2 euro mỗi túi.';
