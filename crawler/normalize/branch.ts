/** An element of the page. */
export interface Branch {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Branch | string)[];
  parent: Branch | null;
}
