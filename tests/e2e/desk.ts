// What a person does at the desk, in the words of the English window.
import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';

/** The label of a photo's alt text. */
export const ALT = 'Description for those who cannot see the photo';

export type Desk = ReturnType<typeof deskOf>;

export function deskOf(window: Page) {
  const status = window.getByRole('contentinfo');
  const body = window.getByRole('textbox', { name: 'Body of the story' });
  // A number may follow the tab's name.
  const tab = (name: string) => window.getByRole('tab', { name: new RegExp(`^${name}\\b`) });
  const field = (name: string): Locator => window.getByRole('textbox', { name, exact: true });
  return {
    window,
    body,
    status,
    field,
    stories: window.getByRole('list', { name: 'Stories' }).getByRole('listitem'),
    alert: window.getByRole('alert'),
    /** Until the status line says that all is on disk. */
    saved: () => expect(status).toContainText(/^Saved/),
    async newStory(): Promise<void> {
      await window.getByRole('button', { name: 'New story' }).first().click();
      await expect(field('Headline')).toHaveValue('');
      await expect(body).toHaveText('');
    },
    async openTab(name: 'Story' | 'Photos' | 'Review' | 'Publish'): Promise<Locator> {
      if (!(await tab(name).isVisible())) await window.keyboard.press('Control+Alt+i');
      await tab(name).click();
      return window.getByRole('tabpanel', { name: new RegExp(`^${name}`) });
    },
    async settings(): Promise<Locator> {
      const dialog = window.getByRole('dialog', { name: 'Settings' });
      // Right after the start nobody may be listening yet.
      await expect(async () => {
        await window.keyboard.press('Control+,');
        await expect(dialog).toBeVisible({ timeout: 2000 });
      }).toPass();
      return dialog;
    },
    /** Sends the open story as a file, where the dialog's answer puts it. */
    async sendFile(note: { to?: string; text?: string } = {}): Promise<void> {
      const review = await this.openTab('Review');
      await review.getByRole('button', { name: /^Send (for review|back to)/ }).click();
      const dialog = window.getByRole('dialog', { name: 'Send for review' });
      if (note.to !== undefined) await dialog.getByRole('textbox', { name: 'Who it is for' }).fill(note.to);
      if (note.text !== undefined) await dialog.getByRole('textbox', { name: 'What to look at' }).fill(note.text);
      await dialog.getByRole('button', { name: 'Write a file…' }).click();
      await expect(window.getByText(/The file to send has been written/).first()).toBeVisible();
    },
    /** Opens a received file; its sender is new here. */
    async receiveFile(isNew = true): Promise<void> {
      const review = await this.openTab('Review');
      await review.getByRole('button', { name: 'Open a received file' }).click();
      if (isNew) await window.getByRole('button', { name: 'Take in', exact: true }).click();
    },
    /** Drops a file's bytes onto the body, as the system does. */
    async drop(name: string, bytes: Uint8Array, type = 'image/jpeg'): Promise<void> {
      const data = await window.evaluateHandle(
        ([fileName, base64, mime]) => {
          const transfer = new DataTransfer();
          const raw = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
          transfer.items.add(new File([raw], fileName, { type: mime }));
          return transfer;
        },
        [name, Buffer.from(bytes).toString('base64'), type] as const,
      );
      const box = await body.boundingBox();
      const at = { clientX: (box?.x ?? 0) + 40, clientY: (box?.y ?? 0) + 20 };
      for (const event of ['dragenter', 'dragover', 'drop'])
        await body.dispatchEvent(event, { dataTransfer: data, bubbles: true, cancelable: true, ...at });
    },
    /** Pastes into what has the focus, as the clipboard's owner offers it. */
    async paste(offers: Record<string, string>): Promise<void> {
      await window.evaluate((texts) => {
        const transfer = new DataTransfer();
        for (const [type, text] of Object.entries(texts)) transfer.setData(type, text);
        document.activeElement?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
        );
      }, offers);
    },
  };
}

/** The paragraphs of the body as shown. */
export const paragraphs = (body: Locator): Promise<string[]> =>
  body.evaluate((root) =>
    [...root.children].map((child) => (child.querySelector('figure, img') ? '[figure]' : (child.textContent ?? ''))),
  );

/** The answers a person would give to the file dialogs. */
export const answerDialogs = (app: ElectronApplication, file: string) =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
    dialog.showOpenDialog = (async () => ({
      canceled: false,
      filePaths: [filePath],
    })) as unknown as typeof dialog.showOpenDialog;
  }, file);
