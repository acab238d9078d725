/** The file dialogs a person answers. Absolute paths; null or [] when cancelled. */
export interface Dialogs {
  photos(): Promise<string[]>;
  /** `title`: a text's key. */
  folder(title?: string): Promise<string | null>;
  backup(): Promise<string | null>;
  handoff(): Promise<string | null>;
  /** `name`: the suggested path or file name. */
  saveHandoff(name: string): Promise<string | null>;
  template(): Promise<string | null>;
  saveTemplate(name: string): Promise<string | null>;
  storyType(): Promise<string | null>;
  saveStoryType(name: string): Promise<string | null>;
  styleSet(): Promise<string | null>;
  saveStyleSet(name: string): Promise<string | null>;
  /** A certificate of a certificate authority. */
  certificate(): Promise<string | null>;
  /** A plain text: a list of corrections. */
  list(): Promise<string | null>;
  saveList(name: string): Promise<string | null>;
  /** A table for a spreadsheet, as CSV. */
  saveTable(name: string): Promise<string | null>;
  /** The newsroom's settings. */
  settings(): Promise<string | null>;
  saveSettings(name: string): Promise<string | null>;
}
