/** True for names nobody can own (RFC 2606, RFC 6761): a company there is invented, and its pages say so. */
export function isInvented(domain: string): boolean {
  return /(?:^|\.)(?:example|test|invalid|localhost|example\.(?:com|org|net))$/i.test(domain);
}
