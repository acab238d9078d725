import type { CheckReport, DestinationDraft, DestinationView } from '../../preload/contract.ts';
import { type Renditions, renditionsSchema, USUAL_RENDITIONS } from '../../story/photo/renditions.ts';

/** What the form holds, as text. */
export type FormValues = Record<string, string | undefined>;
/** Fields that are still empty. */
export type Needed = Partial<Record<'name' | 'path' | 'url' | 'user' | 'secret', true>>;

type Shape = { type: 'folder' | 'wordpress'; destination: DestinationView | null };

/** The draft of a destination out of its form. A secret left empty is the one there is; whether it is kept is told each time. */
export function draftOf({ type, destination }: Shape, values: FormValues): DestinationDraft {
  const text = (name: string) => (values[name] ?? '').trim();
  const secret = text('secret');
  return {
    ...(destination && { id: destination.id }),
    name: text('name'),
    config: {
      ...(type === 'folder'
        ? { type, path: text('path'), open: values.open === 'on' }
        : { type, url: text('url'), user: text('user') }),
      ...renditionsIn(type, values),
    },
    ...(secret !== '' && { secret }),
    ...(type === 'wordpress' && { keepSecret: values.keepSecret === 'on' }),
  };
}

/** The usual ones are not kept: what is usual may become something better. */
function renditionsIn(type: Shape['type'], { maxSide, format, targetKb }: FormValues): { renditions?: Renditions } {
  const wanted = renditionsSchema.safeParse({ format, maxSide: Number(maxSide), targetKb: Number(targetKb) });
  const usual = USUAL_RENDITIONS[type];
  if (!wanted.success || JSON.stringify(wanted.data) === JSON.stringify(renditionsSchema.parse(usual))) return {};
  return { renditions: wanted.data };
}

export function neededOf(draft: DestinationDraft, destination: DestinationView | null): Needed {
  const needed: Needed = {};
  if (draft.name === '') needed.name = true;
  if (draft.config.type === 'folder') {
    if (draft.config.path === '') needed.path = true;
    return needed;
  }
  if (draft.config.url === '') needed.url = true;
  if (draft.config.user === '') needed.user = true;
  const has = destination?.secret === 'stored' || destination?.secret === 'session';
  if (!draft.secret && !has) needed.secret = true;
  return needed;
}

/** Which sentence a check's report is. */
export const reportKey = (type: 'folder' | 'wordpress', report: CheckReport) =>
  type === 'folder'
    ? 'settings.checkFolder'
    : !report.canPublish
      ? 'settings.checkNoPublish'
      : !report.canUpload
        ? 'settings.checkNoUpload'
        : 'settings.checkOk';
