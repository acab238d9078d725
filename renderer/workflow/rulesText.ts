import type { TFunction } from 'i18next';
import type { HouseRules } from '../../story/review/house.ts';

/** What a house demands, in a line. */
export function rulesText(t: TFunction, { checklist, roles, ...rules }: HouseRules): string {
  const demands = (['approvalNeeded', 'twoPersons', 'asItWas'] as const).filter((name) => rules[name]);
  const parts = demands.map((name): string => t(`workflow.house.rulesOf.${name}`));
  if (checklist.length > 0) parts.push(t('workflow.house.rulesOf.checklist', { count: checklist.length }));
  if (roles.length > 0) parts.push(t('workflow.house.rulesOf.roles', { count: roles.length }));
  return parts.join(', ') || t('workflow.house.rulesOf.none');
}
