import type { DestinationConfig } from '../../../../preload/contract.ts';
import { renditionsOf } from '../../../../story/photo/renditions.ts';
import { storyPhotos } from '../photos.ts';
import type { Destination, Outcome } from '../types.ts';
import { lookIntoFolder } from './changed.ts';
import type { Files } from './files.ts';
import { decided, parseProgress } from './progress.ts';
import { publishIntoFolder, withdrawFromFolder } from './publish.ts';

type FolderConfig = Extract<DestinationConfig, { type: 'folder' | 'sftp' }>;
/** Opens the place's files for `work`, closes them whatever came of it, and says what an error of the place means. */
export type Within<C> = <T>(
  config: C,
  secret: string,
  signal: AbortSignal | undefined,
  work: (files: Files) => Promise<Outcome<T>>,
) => Promise<Outcome<T>>;

/** What every place of files is as a destination: on a disk, on a share, on a server. */
export const folderDestination = <C extends FolderConfig>(
  within: Within<C>,
): Pick<Destination<C>, 'capabilities' | 'steps' | 'publish' | 'look' | 'decided' | 'isLive'> => ({
  // Nothing here could hold a story back until its hour, or show it to some and not to others.
  capabilities: { operations: ['publish', 'correct', 'unpublish'], terms: [], readsBack: true },
  // Each photo, the writing of the texts, the reading back.
  steps: (story, operation) => (operation === 'unpublish' ? 2 : storyPhotos(story).length + 2),
  publish: (config, secret, run) =>
    within(config, secret, run.signal, (files) =>
      run.publication.operation === 'unpublish'
        ? withdrawFromFolder(files, run)
        : publishIntoFolder(files, renditionsOf(config), run),
    ),
  look: (config, secret, { receipt }, signal) =>
    within(config, secret, signal, (files) => lookIntoFolder(files, receipt)),
  decided,
  isLive: (progress) => parseProgress(progress).writing !== undefined,
});
