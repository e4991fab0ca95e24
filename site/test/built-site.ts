import { type BuiltSite as Built, fixtureSite, fixtureSiteBelowBase } from './support/built-site.ts';

export type BuiltSite = Built & { readonly remove: () => void };

export const buildFixtureSite = async (base?: string): Promise<BuiltSite> => ({
  ...(await (base ? fixtureSiteBelowBase() : fixtureSite())),
  remove: () => {},
});
