/** `<copy-text>`: adds a button that copies the text inside. Without a script the text is simply there to select. */
class CopyText extends HTMLElement {
  /** Where the build did not know its public address, citations have paths: the page itself knows where it stands. */
  private completeAddresses(source: Element): void {
    const text = source.textContent ?? '';
    if (text.includes(location.origin)) return;
    const path = location.pathname.replace(/[^/]*$/, '');
    const whole = [' ', '{', '"'].reduce(
      (words, before) => words.replaceAll(before + path, before + location.origin + path),
      text,
    );
    if (whole !== text) source.textContent = whole;
  }

  connectedCallback(): void {
    const source = this.querySelector('p, pre');
    if (!source || this.querySelector('button') || !navigator.clipboard) return;
    this.completeAddresses(source);
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    const status = document.createElement('span');
    status.setAttribute('role', 'status');
    status.className = 'aside';
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(source.textContent ?? '');
        status.textContent = 'Copied.';
      } catch {
        status.textContent = 'The browser does not allow copying here: select the text instead.';
      }
    });
    this.append(button, ' ', status);
  }
}

customElements.define('copy-text', CopyText);
