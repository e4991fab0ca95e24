/** Gives a page's Markdown, `''` for no policy. */
export type Contestant = (html: string, url: string) => Promise<string> | string;
