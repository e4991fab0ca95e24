import { companySites, pathSites } from './company-sites.ts';
import { decoySites } from './decoy-sites.ts';
import { hiddenLinkSites } from './hidden-link-sites.ts';
import { languageSites } from './language-sites.ts';
import { livedInSites } from './lived-in-sites.ts';
import { oneAddressSites } from './one-address-sites.ts';
import { otherNameSites } from './other-name-sites.ts';
import { scriptedSites } from './scripted-sites.ts';
import { severalAddressesSites } from './several-addresses-sites.ts';
import type { Site } from './site.ts';
import { unusualSites } from './unusual-sites.ts';

/** All invented sites. */
export const sites: readonly Site[] = [
  ...oneAddressSites,
  ...severalAddressesSites,
  ...decoySites,
  ...companySites,
  ...pathSites,
  ...unusualSites,
  ...hiddenLinkSites,
  ...otherNameSites,
  ...livedInSites,
  ...scriptedSites,
  ...languageSites,
];
