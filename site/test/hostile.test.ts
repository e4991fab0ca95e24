import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';

/** Texts written to break the pages. */

const reader = readInChromium(fixtureSite);

test('hostile texts run nothing', async () => {
  await reader.open('hostile.example/privacy/2003-04-05/', {}, async (page, faults) => {
    expect(await page.title()).not.toBe('broken');
    expect(await page.locator('.policy-text :is(script, img, svg, style)').count()).toBe(0);
    expect(await page.locator('.policy-text').isVisible()).toBe(true);
    expect(faults).toEqual([]);
  });
});

test('hostile texts come out as text', () => {
  const html = reader.site.read('hostile.example/privacy/2003-04-05/index.html');
  const $ = load(html);
  expect($('.policy-text').find('script, img, svg, style, iframe').length).toBe(0);
  expect($('.policy-text').text()).toContain("<script>document.title='broken'</script>");
  expect(
    $('.policy-text a[href]')
      .map((_, element) => $(element).attr('href'))
      .get()
      .filter((href) => !/^[#/]/.test(href)),
  ).toEqual(['https://www.hostile.example/?a=1&b=%222%22']);
  expect($('.contents').text()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  expect($('main').attr('id')).toBe('_main');
});
