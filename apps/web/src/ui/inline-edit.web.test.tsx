import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InlineEdit } from './inline-edit.tsx';

let saved: string[] = [];
const open = () => {
  render(<InlineEdit value="Autumn" label="Rename board" maxLength={20} onSave={(text) => saved.push(text)} />);
  fireEvent.click(screen.getByRole('button'));
  return screen.getByRole('textbox');
};
const write = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });

beforeEach(() => {
  saved = [];
});
afterEach(cleanup);

describe('renaming in place', () => {
  it('saves with Enter, once, although closing also leaves the field', () => {
    const field = open();
    write(field, '  Winter ');
    fireEvent.keyDown(field, { key: 'Enter' });
    fireEvent.blur(field);
    expect(saved).toEqual(['Winter']);
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('saves when the field is left', () => {
    const field = open();
    write(field, 'Winter');
    fireEvent.blur(field);
    expect(saved).toEqual(['Winter']);
  });

  it('goes back with Escape', () => {
    const field = open();
    write(field, 'Winter');
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(saved).toEqual([]);
    expect(screen.getByRole('button').textContent).toBe('Autumn');
  });

  it('takes neither an empty nor an unchanged text', () => {
    const field = open();
    write(field, '   ');
    fireEvent.keyDown(field, { key: 'Enter' });
    fireEvent.click(screen.getByRole('button'));
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Enter' });
    expect(saved).toEqual([]);
  });

  it('leaves Enter to the keyboard while letters are being composed', () => {
    const field = open();
    write(field, 'ふゆ');
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    expect(saved).toEqual([]);
    expect(screen.getByRole('textbox')).toBe(field);
  });

  it('is plain text to who may not rename', () => {
    render(<InlineEdit value="Autumn" label="Rename board" maxLength={20} onSave={() => undefined} isDisabled />);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText('Autumn')).toBeDefined();
  });
});
