import { BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import type { Dialogs } from '../dialogs.ts';
import type { Texts } from '../texts.ts';

/** The system's file dialogs, over the window in front. */
export function systemDialogs(texts: Texts): Dialogs {
  const open = async (options: OpenDialogOptions): Promise<string[]> => {
    const parent = inFront();
    const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
    return answer.canceled ? [] : answer.filePaths;
  };
  const save = async (options: SaveDialogOptions): Promise<string | null> => {
    const parent = inFront();
    const answer = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
    return answer.canceled ? null : answer.filePath;
  };
  const templates = () => [{ name: texts('dialog.templateFiles'), extensions: ['copydesk-template'] }];
  const storyTypes = () => [{ name: texts('dialog.typeFiles'), extensions: ['copydesk-type'] }];
  const styleSets = () => [{ name: texts('dialog.styleFiles'), extensions: ['copydesk-style'] }];
  const lists = () => [{ name: texts('dialog.listFiles'), extensions: ['txt', 'tsv'] }];
  const tables = () => [{ name: texts('dialog.tableFiles'), extensions: ['csv'] }];
  const settings = () => [{ name: texts('dialog.settingsFiles'), extensions: ['copydesk-settings'] }];
  const handoffs = () => [{ name: texts('dialog.handoffFiles'), extensions: ['copydesk'] }];
  return {
    photos: () =>
      open({
        title: texts('dialog.choosePhotos'),
        properties: ['openFile', 'multiSelections'],
        filters: [
          {
            name: texts('dialog.photoFiles'),
            extensions: ['jpg', 'jpeg', 'png', 'webp', 'gif', 'tif', 'tiff', 'avif', 'heic', 'heif'],
          },
        ],
      }),
    folder: async (title = 'dialog.chooseFolder') =>
      (await open({ title: texts(title), properties: ['openDirectory', 'createDirectory'] }))[0] ?? null,
    backup: async () => {
      const filters = [{ name: texts('dialog.backupFiles'), extensions: ['copydesk-backup'] }];
      return (await open({ title: texts('dialog.openBackup'), properties: ['openFile'], filters }))[0] ?? null;
    },
    handoff: async () =>
      (await open({ title: texts('dialog.openHandoff'), properties: ['openFile'], filters: handoffs() }))[0] ?? null,
    saveHandoff: (name) => save({ title: texts('dialog.saveHandoff'), defaultPath: name, filters: handoffs() }),
    template: async () =>
      (await open({ title: texts('dialog.openTemplate'), properties: ['openFile'], filters: templates() }))[0] ?? null,
    storyType: async () =>
      (await open({ title: texts('dialog.openType'), properties: ['openFile'], filters: storyTypes() }))[0] ?? null,
    saveStoryType: (name) => save({ title: texts('dialog.saveType'), defaultPath: name, filters: storyTypes() }),
    styleSet: async () =>
      (await open({ title: texts('dialog.openStyle'), properties: ['openFile'], filters: styleSets() }))[0] ?? null,
    saveStyleSet: (name) => save({ title: texts('dialog.saveStyle'), defaultPath: name, filters: styleSets() }),
    certificate: async () => {
      const filters = [{ name: texts('dialog.certificateFiles'), extensions: ['pem', 'crt', 'cer', 'der'] }];
      return (await open({ title: texts('dialog.openCertificate'), properties: ['openFile'], filters }))[0] ?? null;
    },
    list: async () =>
      (await open({ title: texts('dialog.openList'), properties: ['openFile'], filters: lists() }))[0] ?? null,
    saveList: (name) => save({ title: texts('dialog.saveList'), defaultPath: name, filters: lists() }),
    saveTable: (name) => save({ title: texts('dialog.saveTable'), defaultPath: name, filters: tables() }),
    settings: async () =>
      (await open({ title: texts('dialog.openSettings'), properties: ['openFile'], filters: settings() }))[0] ?? null,
    saveSettings: (name) => save({ title: texts('dialog.saveSettings'), defaultPath: name, filters: settings() }),
    saveTemplate: (name) => save({ title: texts('dialog.saveTemplate'), defaultPath: name, filters: templates() }),
  };
}

const inFront = (): BrowserWindow | undefined => BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
