import { compareAddress } from '../view/addresses.ts';
import { keepPin, readPin } from './pins.ts';

/** `<pin-version>`: pins a version, and offers the comparison with the one pinned before. */
class PinVersion extends HTMLElement {
  connectedCallback(): void {
    const { name = '' } = this.dataset;
    const pin = readPin();
    const status = this.querySelector('[role=status]')!;
    if (pin !== null && pin !== name) {
      const link = document.createElement('a');
      link.href = compareAddress(encodeURIComponent(pin), name);
      link.textContent = `with the pinned ${pin}`;
      this.append(link);
    }
    this.hidden = false;
    this.querySelector('button')!.addEventListener('click', () => {
      status.textContent = keepPin(name)
        ? 'Pinned: other versions now offer to be compared with it.'
        : 'This browser keeps nothing: use the address of the comparison instead.';
    });
  }
}

customElements.define('pin-version', PinVersion);
