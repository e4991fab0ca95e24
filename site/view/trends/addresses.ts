import { siteAddress } from '../addresses.ts';

/** Addresses of the charts. */

export const trendsAddress = (): string => siteAddress('trends/');

/** A fixed chart's page. */
export const chartAddress = (name: string): string => siteAddress(`trends/${name}/`);

/** A file beside it: `csv`, `svg`, `metadata.json`. */
export const chartFileAddress = (name: string, ending: string): string =>
  siteAddress(`trends/${name}.${ending}`);

/** The texts before and after the day of a law. */
export const lawDayAddress = (name: string): string => siteAddress(`trends/laws/${name}/`);

/** The facts that the form computes from. */
export const trendFactsAddress = (): string => siteAddress('trends/facts.json');
