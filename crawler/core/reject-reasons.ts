/** Why an address that speaks of privacy is not taken for a policy, with what each word means. */
export const rejectReasons = {
  'cookie-policy': 'a policy on cookies alone',
  settings: 'a page to choose settings, not a text',
  'sign-in': 'leads through a log-in or another form',
  article: 'a blog post, press release or help article about privacy',
  product: 'a product or its own policy, in a shop or directory',
  'other-document': 'another document: terms, imprint, guidelines',
  'other-company': 'a policy of another company: a service built into the page, a seal',
  file: 'an image, a script or a feed',
  unlikely: 'little speaks for it, and likelier addresses were found',
} as const;

export type RejectReason = keyof typeof rejectReasons;
