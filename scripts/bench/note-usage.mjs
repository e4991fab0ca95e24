/**
 * Loaded into a process and its children with `NODE_OPTIONS=--import=…`: on exit each writes what it used into the folder
 * that `PALIMPSEST_USAGE` names. Only so is the work of bundling and of making pages counted: children of the
 * build do it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

process.once('exit', () => {
  const folder = process.env.PALIMPSEST_USAGE;
  if (!folder) return;
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = {
    program: process.argv.slice(1),
    cpuMs: (userCPUTime + systemCPUTime) / 1000,
    peakBytes: maxRSS * 1024,
  };
  writeFileSync(join(folder, `${process.pid}.json`), JSON.stringify(usage));
});
