/**
 * Terms that readers of policies look for, in the words of policies of all times, as typed into the search box. Each that
 * some policy says has a page made with the site, for browsers without scripts.
 */
export const SEARCH_WORDS: readonly string[] = `
account, advertisers, affiliates, aggregate, algorithm*, "anonymous information", arbitration, "artificial intelligence",
biometric*, browser, children, "clear gifs", "click stream", consent, contractors, cookies, "credit card", "data brokers",
"data controller", "data protection officer", "demographic information", "do not sell", "do not track", encrypt*, erasure,
fingerprint*, "government agencies", health, "identity theft", "IP address", "law enforcement", "legitimate interests",
"local storage", location, "log files", "mailing list", merger, newsletter*, "opt in", "opt out", parents, partners,
password*, "personal information", "personally identifiable", "pixel tags", "Privacy Shield", profiling,
"push notifications", religi*, retain*, "Safe Harbor", "secure server", sell, "sensitive data", sensors, SSL, subpoena*,
"supervisory authority", targeted, telemetry, "third parties", tracking, unsubscribe, voice, "web beacons", "web bugs",
withdraw*`
  .trim()
  .split(/,\s+/);
