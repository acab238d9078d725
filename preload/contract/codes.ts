import { z } from '../../story/zod.ts';

/** Codes of expected failures. Each has a text in resources/texts under `error.CODE`. */
export const ERROR_CODES = [
  // the call itself
  'badRequest',
  'unknownCall',
  'forbidden',
  'internal',
  'cancelled',
  // drafts
  'notFound',
  'stale',
  'readOnly',
  'diskFull',
  'diskError',
  'storeFailed',
  'damaged',
  'newerSchema',
  'libraryInUse',
  'networkDrive',
  // the shelf
  'stillPublishing',
  'inTrash',
  'notInTrash',
  // templates
  'notATemplate',
  'damagedTemplate',
  'newerTemplate',
  'nameTaken',
  // a list of corrections
  'notText',
  'libraryClosed',
  'openElsewhere',
  'notSaved',
  // photos
  'notAnImage',
  'brokenImage',
  'unsupportedImage',
  'fileTooLarge',
  'tooManyPixels',
  'metadataNotWritten',
  'fileGone',
  'fileUnreadable',
  'photoDamaged',
  // the model that drafts captions
  'draftOff',
  'modelAddress',
  'modelNotRunning',
  'unknownModel',
  'modelKeyRefused',
  'modelTooSlow',
  'modelRefused',
  'modelNonsense',
  // publishing
  'offline',
  'notFoundHost',
  'refused',
  'timeout',
  'certificate',
  'insecureAddress',
  'privateAddress',
  'redirected',
  'badAddress',
  'notWordPress',
  'wrongPassword',
  'passwordsOff',
  'notAllowed',
  'secretNeeded',
  'serverError',
  'serverBusy',
  'uploadRefused',
  'tooLargeForServer',
  'folderMissing',
  'folderReadOnly',
  'conflict',
  'remoteGone',
  'notApproved',
  'notReady',
  'alreadyWaiting',
  'badAnswer',
  // hand-offs
  'notAHandoff',
  'damagedHandoff',
  'newerHandoff',
  'badSignature',
  'missingPhoto',
  // story types
  'notAType',
  'damagedType',
  'newerType',
  // sets of style rules
  'notAStyle',
  'damagedStyle',
  'newerStyle',
  'badStyleSignature',
  // backups, the export, moving the library: the chosen place, and what is wrong with a file
  'placeGone',
  'placeReadOnly',
  'placeFull',
  'placeTooSmall',
  'placeFailed',
  'placeInside',
  'placeTaken',
  'libraryUnreadable',
  'libraryUnsound',
  'notABackup',
  'damagedBackup',
  'newerBackup',
  'backupBusy',
  'fromBackup',
  'restoreFailed',
] as const;
export const errorCodeSchema = z.enum(ERROR_CODES);
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An expected failure. `detail` is for the log and the "details" line: a host name, a path, a server's sentence; never a secret. */
export type Failure = { ok: false; code: ErrorCode; detail?: string };
export type Result<T> = { ok: true; value: T } | Failure;
