/** Stretches of one text with the place where each begins: what they are known by, since a version never changes. */
export function placed<T extends { text: string }>(stretches: readonly T[]): { at: number; stretch: T }[] {
  let next = 0;
  return stretches.map((stretch) => {
    const at = next;
    next += stretch.text.length;
    return { at, stretch };
  });
}
