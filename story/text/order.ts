const collator = new Intl.Collator('vi', { numeric: true });

/**
 * How two texts that a person reads stand to each other, whatever the window's language: by the Vietnamese alphabet
 * (a ă â b c d đ e ê …), then by the tone (a à ả ã á ạ), numbers by their value. Any normalisation form.
 */
export const compareTexts = (a: string, b: string): number => collator.compare(a, b);
