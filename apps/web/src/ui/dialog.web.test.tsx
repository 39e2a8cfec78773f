import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { Dialog } from './dialog.tsx';
import { Panel } from './panel.tsx';

afterEach(cleanup);

function Page() {
  const [isOpen, setOpen] = useState(false);
  return (
    <main>
      <button type="button" onClick={() => setOpen(true)}>
        Ask
      </button>
      <Dialog title="Sure?" isOpen={isOpen} onClose={() => setOpen(false)} closeLabel="Close" width="narrow">
        <button type="button">Yes</button>
      </Dialog>
    </main>
  );
}

async function openDialog() {
  render(<Page />);
  const button = screen.getByRole('button', { name: 'Ask' });
  button.focus();
  fireEvent.click(button);
  return { button, dialog: await screen.findByRole('dialog', { name: 'Sure?' }) };
}

describe('a dialog', () => {
  it('is named by its title, and takes the focus', async () => {
    const { dialog } = await openDialog();
    expect(within(dialog).getByRole('heading', { level: 2 }).textContent).toBe('Sure?');
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
  });

  it('hides the rest of the page from screen readers while it is open', async () => {
    const { button } = await openDialog();
    await waitFor(() => expect(button.closest('[inert], [aria-hidden="true"]')).not.toBeNull());
  });

  it('keeps the keys of the page away while it is open', async () => {
    const { dialog } = await openDialog();
    expect(document.querySelector('[data-modal-overlay]')?.contains(dialog)).toBe(true);
  });

  it.each([
    ['its button', (dialog: HTMLElement) => fireEvent.click(within(dialog).getByRole('button', { name: 'Close' }))],
    ['Escape', (dialog: HTMLElement) => fireEvent.keyDown(dialog, { key: 'Escape' })],
  ])('closes by %s and gives the focus back', async (_way, close) => {
    const { button, dialog } = await openDialog();
    close(dialog);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(button));
  });
});

function Sheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Panel label="Write" closeLabel="Close" onClose={onClose} head={<b>Next</b>}>
      <input aria-label="Note" />
    </Panel>
  );
}

describe('a panel', () => {
  it('leaves the page alive, takes the focus, and gives it back', () => {
    const page = (isOpen: boolean) => (
      <>
        <button type="button">Card</button>
        {isOpen && <Sheet onClose={() => undefined} />}
      </>
    );
    const view = render(page(false));
    const card = screen.getByRole('button', { name: 'Card' });
    card.focus();
    view.rerender(page(true));
    expect(document.activeElement).toBe(screen.getByRole('dialog', { name: 'Write' }));
    expect(screen.getByRole('button', { name: 'Card' })).toBe(card);
    view.rerender(page(false));
    expect(document.activeElement).toBe(card);
  });

  it('doesn’t take the focus from who has gone on meanwhile', () => {
    const page = (isOpen: boolean) => (
      <>
        <button type="button">Card</button>
        <input aria-label="Search" />
        {isOpen && <Sheet onClose={() => undefined} />}
      </>
    );
    const view = render(page(true));
    screen.getByRole('textbox', { name: 'Search' }).focus();
    view.rerender(page(false));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Search' }));
  });

  it('closes by Escape, unless something in it has taken the key', () => {
    let closed = 0;
    const onClose = () => {
      closed += 1;
    };
    render(<Sheet onClose={onClose} />);
    const note = screen.getByRole('textbox', { name: 'Note' });
    note.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
    fireEvent.keyDown(note, { key: 'Escape' });
    expect(closed).toBe(0);
    fireEvent.keyDown(note, { key: 'Escape' });
    expect(closed).toBe(1);
  });
});
