/** ninjs's urgency: 1 (most urgent) to 9. */
export const PRIORITIES = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type Priority = (typeof PRIORITIES)[number];

/** What the field says; null: nothing, or no priority. */
export const priorityOf = (field: string): Priority | null =>
  PRIORITIES.find((priority) => String(priority) === field.trim()) ?? null;

/** How many words a story should have; null: not said, or no number. At most a million. */
export function wordTargetOf(field: string): number | null {
  const digits = field.trim().replace(/(?<=\d)[.,\s](?=\d{3}(?!\d))/g, '');
  const words = /^\d{1,7}$/.test(digits) ? Number(digits) : 0;
  return words >= 1 && words <= 1_000_000 ? words : null;
}

/** The lines of a field that hold anything, trimmed. */
export const linesOf = (field: string): string[] =>
  field
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
