import { idSchema } from './ids.ts';
import { fold } from './text/fold.ts';
import { z } from './zod.ts';

/** A person as others see one: the display name, and the fingerprint of the key. */
export const personSchema = z.strictObject({ fingerprint: z.string().max(128), name: z.string().max(200) });
const act = { by: z.string().max(128), name: z.string().max(200), at: z.iso.datetime({ precision: 3 }) };

/** One step of a story's way through the newsroom: who gave it which status, and what was said with it. */
export const stepSchema = z.strictObject({
  id: idSchema,
  ...act,
  status: z.string().max(40),
  note: z.string().max(20_000),
});

/**
 * What the desk agreed on about the work on a story: who is to do it, until when (an instant, '' for none), which points of
 * the house's checklist are ticked (by the point's id), and every change of status. It travels with the story and is never
 * published.
 */
export const deskSchema = z.strictObject({
  assignee: personSchema.nullable(),
  deadline: z.string().max(40),
  checked: z.record(z.string().max(100), z.strictObject(act)),
  steps: z.record(idSchema, stepSchema),
});
export type Person = z.infer<typeof personSchema>;
export type Step = z.infer<typeof stepSchema>;
export type Desk = z.infer<typeof deskSchema>;

/** Nobody's yet, and nothing done. */
export const emptyDesk = (): Desk => ({ assignee: null, deadline: '', checked: {}, steps: {} });

/** Whether two names stand for one person: by the key, or by the name where one of them has no key. */
export const isSamePerson = (a: Person, b: Person): boolean =>
  a.fingerprint !== '' && b.fingerprint !== '' ? a.fingerprint === b.fingerprint : fold(a.name) === fold(b.name);

/** Every step, the oldest first. */
export const stepsOf = ({ steps }: Desk): Step[] =>
  Object.values(steps).sort((a, b) => (`${a.at}${a.id}` < `${b.at}${b.id}` ? -1 : 1));

/** Who gave the story its status last; null: nobody did. */
export function lastWith(desk: Desk, status: string): Person | null {
  const step = stepsOf(desk).findLast((one) => one.status === status);
  return step ? { fingerprint: step.by, name: step.name } : null;
}
