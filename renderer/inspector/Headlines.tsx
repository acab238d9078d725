import type { StorySession } from '../editor/types.ts';
import { TabField } from './TabField.tsx';

export const HEADLINES = ['headlineWeb', 'headlineShort', 'headlineSeo', 'headlineSocial'] as const;

/** The other headlines. What is empty is as the headline. */
export function Headlines({ session }: { session: StorySession }) {
  return HEADLINES.map((name) => <TabField key={name} session={session} name={name} counted />);
}
