import { describe, expect, it } from 'vitest';
import { flag, listOf, nothing, number, oneOf, orNull, shape, text, UnexpectedAnswer } from './parse.ts';

const readBoard = shape({ id: text, tasks: number, isOpen: flag, owner: orNull(text), role: oneOf('admin', 'member') });
const board = { id: 'b', tasks: 3, isOpen: true, owner: null, role: 'admin' };

describe('reading an answer', () => {
  it('keeps what the contract names and leaves the rest, so that a newer server may send more', () => {
    expect(readBoard({ ...board, colour: 'red' })).toEqual(board);
  });

  it.each([
    [{ ...board, id: 7 }, '.id: expected text'],
    [{ ...board, tasks: '3' }, '.tasks: expected a number'],
    [{ ...board, tasks: Number.NaN }, '.tasks: expected a number'],
    [{ ...board, isOpen: 1 }, '.isOpen: expected true or false'],
    [{ ...board, owner: 7 }, '.owner: expected text'],
    [{ ...board, role: 'king' }, '.role: expected admin | member'],
    [[], 'answer: expected an object'],
    [null, 'answer: expected an object'],
    ['<html>', 'answer: expected an object'],
  ])('of %j names what is wrong', (answer, message) => {
    expect(() => readBoard(answer)).toThrow(new UnexpectedAnswer(...splitMessage(message)));
  });

  it('of a list names the place', () => {
    expect(listOf(number)([1, 2])).toEqual([1, 2]);
    expect(() => listOf(number)([1, 'two'])).toThrow('[1]: expected a number');
    expect(() => listOf(number)({ 0: 1 })).toThrow('answer: expected a list');
  });

  it('takes what is missing for null where null is allowed', () => {
    expect(shape({ note: orNull(text) })({})).toEqual({ note: null });
  });

  it('that doesn’t matter is nothing', () => {
    expect(nothing({ any: 'thing' })).toBeUndefined();
  });
});

function splitMessage(message: string): [where: string, wanted: string] {
  const [where = '', wanted = ''] = message.split(': expected ');
  return [where === 'answer' ? '' : where, wanted];
}
