/** The file dialogs a person answers. Absolute paths; null or [] when cancelled. */
export interface Dialogs {
  photos(): Promise<string[]>;
  folder(): Promise<string | null>;
  handoff(): Promise<string | null>;
  /** `name`: the suggested path or file name. */
  saveHandoff(name: string): Promise<string | null>;
  template(): Promise<string | null>;
  saveTemplate(name: string): Promise<string | null>;
}
