/** A list of names, written as words. */
export const words = (text: string): string[] => text.trim().split(/\s+/);
