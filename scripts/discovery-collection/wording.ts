/** What a document of an invented site says; `{name}` stands for the company. */
export interface Wording {
  readonly title: string;
  readonly paragraphs: readonly string[];
}
