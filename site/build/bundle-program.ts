import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Has Astro bundle the site's program and make no page. The program, told to stay in the folder `folder`, is run by
 * `make-pages.ts`: as long as no template, style or helper changes, later builds need no bundling, which takes longer than
 * making a thousand pages. It is done the way Astro offers to hosts that make pages in a runtime of their own, see
 * https://docs.astro.build/en/reference/adapter-reference/ (custom prerenderer).
 */
export function bundleProgram(folder: string): AstroIntegration {
  let bundled = '';
  return {
    name: 'bundle-program',
    hooks: {
      'astro:config:done': ({ config, setAdapter }) => {
        bundled = join(fileURLToPath(config.outDir), '.prerender');
        setAdapter({
          name: 'bundle-program',
          entrypointResolution: 'auto',
          adapterFeatures: { buildOutput: 'static' },
          supportedAstroFeatures: { staticOutput: 'stable', sharpImageService: 'stable' },
        });
      },
      'astro:build:setup': ({ updateConfig }) => {
        const input = fileURLToPath(new URL('program-entry.ts', import.meta.url));
        updateConfig({ environments: { prerender: { build: { rolldownOptions: { input } } } } });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name: 'bundle-program',
          getStaticPaths: async () => {
            // Astro deletes it when all pages are made.
            renameSync(bundled, folder);
            return [];
          },
          render: async ({ url }) => {
            throw new Error(`Astro was to bundle only, and was asked for ${url}`);
          },
        });
      },
    },
  };
}
