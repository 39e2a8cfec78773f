import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { AvatarGroup } from './avatar-group.tsx';
import { Avatar } from './avatar.tsx';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { Kbd } from './kbd.tsx';
import { MenuButton } from './menu-button.tsx';
import { Select } from './select.tsx';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';

afterEach(cleanup);

const person = (name: string) => ({ id: name, name });

describe('a face', () => {
  it.each([
    ['Ana Kovač', 'AK'],
    ['محمد العربي', 'م'],
    ['山田 太郎', '山'],
    ['Ана Марин', 'АМ'],
    ['🚀', '?'],
  ])('of %s shows %s, and is named in full', (name, initials) => {
    render(<Avatar person={person(name)} />);
    expect(screen.getByRole('img', { name }).dataset['initials']).toBe(initials);
  });

  it('beside a name is only decoration', () => {
    render(<Avatar person={person('Ana')} isDecoration />);
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('is one of a few; the rest are counted and named', () => {
    const people = ['Ana', 'Ben', 'Cleo', 'Dan', 'Eva'].map(person);
    render(<AvatarGroup people={people} most={4} moreLabel={(count) => `${count} more people`} />);
    expect(screen.getAllByRole('img').map((face) => face.getAttribute('aria-label'))).toEqual([
      'Ana',
      'Ben',
      'Cleo',
      '2 more people',
    ]);
    expect(screen.getByRole('img', { name: '2 more people' }).title).toBe('Dan\nEva');
  });

  it('is shown for everybody when all find room', () => {
    render(<AvatarGroup people={['Ana', 'Ben', 'Cleo', 'Dan'].map(person)} most={4} />);
    expect(screen.getAllByRole('img')).toHaveLength(4);
  });
});

describe('a button', () => {
  it('at work answers no press, keeps its place and doesn’t send the form again', () => {
    let presses = 0;
    let sent = 0;
    const onSubmit = () => {
      sent += 1;
    };
    render(
      <form onSubmit={onSubmit}>
        <Button type="submit" isPending onPress={() => (presses += 1)}>
          Save
        </Button>
      </form>,
    );
    const button = screen.getByRole('button', { name: 'Save' });
    fireEvent.click(button);
    expect([presses, sent]).toEqual([0, 0]);
    expect(button.getAttribute('aria-disabled')).toBe('true');
  });
});

describe('a field', () => {
  it('tells the reason at the field itself, instead of the hint', () => {
    const field = (error?: string) => (
      <TextField label="Name" hint="As your team knows you." error={error} value="" onChange={() => undefined} />
    );
    const view = render(field());
    const input = screen.getByRole('textbox', { name: 'Name' });
    const told = () => document.getElementById(input.getAttribute('aria-describedby')?.split(' ').at(-1) ?? '');
    expect(told()?.textContent).toBe('As your team knows you.');
    view.rerender(field('Write your name.'));
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(told()?.textContent).toBe('Write your name.');
    expect(screen.queryByText('As your team knows you.')).toBeNull();
  });

  it('without a label to see is still named', () => {
    render(<TextField label="Search boards" isLabelHidden value="" onChange={() => undefined} />);
    expect(screen.getByRole('textbox', { name: 'Search boards' })).toBeDefined();
    expect(screen.queryByText('Search boards')).toBeNull();
  });

  it('of many lines turns with the direction of its text', () => {
    render(<TextArea label="Description" value="مرحبا" onChange={() => undefined} />);
    expect(screen.getByRole('textbox', { name: 'Description' }).dir).toBe('auto');
  });
});

describe('a choice', () => {
  const OPTIONS = [
    { value: 'light', label: 'Light' },
    { value: 'dark', label: 'Dark' },
  ] as const;

  function Theme() {
    const [value, setValue] = useState<'light' | 'dark'>('light');
    return <Select label="Theme" options={OPTIONS} value={value} onChange={setValue} />;
  }

  it('shows what is chosen, and changes it', async () => {
    render(<Theme />);
    const button = screen.getByRole('button', { name: /Theme/ });
    expect(button.textContent).toContain('Light');
    fireEvent.click(button);
    fireEvent.click(await screen.findByRole('option', { name: 'Dark' }));
    await waitFor(() => expect(screen.getByRole('button', { name: /Theme/ }).textContent).toContain('Dark'));
    expect(screen.queryByRole('option')).toBeNull();
  });
});

describe('a menu', () => {
  it('opens, does what is taken, and closes', async () => {
    const done: string[] = [];
    const act = (id: string, isDisabled = false) => ({ id, label: id, isDisabled, run: () => done.push(id) });
    const groups = [
      { id: 'first', label: 'Task', actions: [act('Open'), act('Paste', true)] },
      { id: 'last', actions: [{ ...act('Delete'), isDanger: true, shortcut: 'delete' }] },
    ];
    render(<MenuButton label="Actions" icon={Trash2} groups={groups} />);
    const button = screen.getByRole('button', { name: 'Actions' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(button);
    const menu = await screen.findByRole('menu', { name: 'Actions' });
    expect(menu.textContent).toBe('TaskOpenPasteDeleteDel');
    fireEvent.click(screen.getByRole('menuitem', { name: 'Paste' }));
    expect(done).toEqual([]);
    fireEvent.click(screen.getByRole('menuitem', { name: 'Open' }));
    expect(done).toEqual(['Open']);
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  });

  it('of choices says which one holds', async () => {
    const actions = ['Light', 'Dark'].map((id) => ({ id, label: id, isChosen: id === 'Dark', run: () => undefined }));
    render(<MenuButton label="Theme" groups={[{ id: 'theme', actions }]} />);
    fireEvent.click(screen.getByRole('button', { name: 'Theme' }));
    const items = await screen.findAllByRole('menuitemradio');
    expect(items.map((item) => item.getAttribute('aria-checked'))).toEqual(['false', 'true']);
  });
});

describe('a banner', () => {
  it('with bad news is spoken at once, others when there is time', () => {
    render(
      <>
        <Banner tone="bad">It broke.</Banner>
        <Banner tone="ok">It works.</Banner>
      </>,
    );
    expect(screen.getByRole('alert').textContent).toBe('It broke.');
    expect(screen.getByRole('status').textContent).toBe('It works.');
  });
});

describe('keys on the page', () => {
  it('read from left to right in every language', () => {
    const { container } = render(<Kbd keys="shift+enter" />);
    expect(container.querySelector('kbd')?.dir).toBe('ltr');
    expect(container.textContent).toContain('↵');
  });
});
