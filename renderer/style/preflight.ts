import type { StyleRule } from '../../story/style/rules.ts';
import type { Finding } from '../publish/findings.ts';
import type { Spot } from './check.ts';

/**
 * What the house style found, a line a rule, at the first place of each. Only what the house says blocks stands in the way.
 * `told`: what is warned of without it; that the closing mark is missing is told once.
 */
export function styleFindings(
  spots: readonly Pick<Spot, 'rule' | 'passage'>[],
  rules: readonly Pick<StyleRule, 'id' | 'name' | 'blocks' | 'find'>[],
  told: readonly Pick<Finding, 'code'>[] = [],
): { blocks: Finding[]; warnings: Finding[] } {
  const blocks: Finding[] = [];
  const warnings: Finding[] = [];
  const isMarkTold = told.some(({ code }) => code === 'closingMarkMissing');
  for (const { id, name, blocks: isInTheWay, find } of rules) {
    if (isMarkTold && !isInTheWay && 'closing' in find) continue;
    const found = spots.filter(({ rule }) => rule === id);
    const [first] = found;
    if (!first) continue;
    const list = isInTheWay ? blocks : warnings;
    list.push({ code: 'houseStyle', anchor: first.passage.place, number: found.length, name });
  }
  return { blocks, warnings };
}
