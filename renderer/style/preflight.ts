import type { StyleRule } from '../../story/style/rules.ts';
import type { Finding } from '../publish/findings.ts';
import type { Spot } from './check.ts';

/** What the house style found, a line a rule, at the first place of each. Only what the house says blocks stands in the way. */
export function styleFindings(
  spots: readonly Pick<Spot, 'rule' | 'passage'>[],
  rules: readonly Pick<StyleRule, 'id' | 'name' | 'blocks'>[],
): { blocks: Finding[]; warnings: Finding[] } {
  const blocks: Finding[] = [];
  const warnings: Finding[] = [];
  for (const { id, name, blocks: isInTheWay } of rules) {
    const found = spots.filter(({ rule }) => rule === id);
    const [first] = found;
    if (!first) continue;
    const list = isInTheWay ? blocks : warnings;
    list.push({ code: 'houseStyle', anchor: first.passage.place, number: found.length, name });
  }
  return { blocks, warnings };
}
