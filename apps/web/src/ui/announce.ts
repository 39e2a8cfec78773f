const CLEAR_AFTER_MS = 7_000;

/** Speaks a sentence to screen readers, politely, without moving the focus. */
export function announce(text: string): void {
  const region = liveRegion();
  const line = document.createElement('p');
  line.textContent = text;
  region.append(line);
  setTimeout(() => line.remove(), CLEAR_AFTER_MS);
}

/** Outside React's root, so that an open dialog (which hides the rest from screen readers) doesn't silence it. */
function liveRegion(): HTMLElement {
  const known = document.getElementById('talka-live');
  if (known) return known;
  const region = document.createElement('div');
  region.id = 'talka-live';
  region.setAttribute('role', 'log');
  region.setAttribute('aria-live', 'polite');
  region.setAttribute('aria-relevant', 'additions');
  region.dataset.liveAnnouncer = 'true';
  Object.assign(region.style, {
    position: 'fixed',
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  });
  document.body.append(region);
  return region;
}
