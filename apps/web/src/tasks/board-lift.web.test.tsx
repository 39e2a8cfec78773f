import { describe, expect, it } from 'vitest';
import { type } from '../app/testing/hands.ts';
import { fromOutside, settle } from '../app/testing/open-talka.tsx';
import { openBoard } from '../boards/testing/open-board.tsx';
import { mika, vera } from '../boards/testing/people.ts';
import { card, cardsOf } from './testing/cards.ts';

const PLAN = { Next: ['One', 'Two', 'Three'], Doing: ['Four'] };
const spoken = () => document.getElementById('talka-live')?.lastChild?.textContent ?? '';
const frames = async () => {
  for (let frame = 0; frame < 3; frame += 1) await settle();
};
const key = async (name: string) => {
  type(document.activeElement, name);
  await frames();
};

async function lift(title: string, as = mika) {
  const opened = await openBoard({ plan: PLAN, as });
  document.getElementById('talka-live')?.replaceChildren();
  fromOutside(() => card(title).focus());
  await key(' ');
  return opened;
}

describe('moving a card by the keyboard', () => {
  it('lifts it with Space, and says where it is and what now', async () => {
    await lift('Two');
    expect(spoken()).toBe('Two lifted, position 2 of 3. Arrow keys move it, Space drops it, Escape cancels.');
  });

  it('moves it with the arrows and drops it with Space', async () => {
    const { server } = await lift('One');
    await key('ArrowDown');
    expect(spoken()).toBe('Next, position 2 of 3.');
    await key(' ');
    expect(spoken()).toBe('One dropped in Next, position 2 of 3.');
    expect(cardsOf('Next')).toEqual(['Two', 'One', 'Three']);
    expect(server.commandsHeard()).toEqual([['task.move', { id: 'One', column: 'Next', after: 'Two' }]]);
  });

  it('puts it back with Escape', async () => {
    const { server } = await lift('One');
    await key('ArrowDown');
    await key('Escape');
    expect(spoken()).toBe('Back where it was.');
    expect(cardsOf('Next')).toEqual(['One', 'Two', 'Three']);
    expect(server.commandsHeard()).toEqual([]);
  });

  it('ends when somebody else takes the card away', async () => {
    const { server } = await lift('Two');
    server.act(mika, 'task.trash', { id: 'Two' as never });
    await frames();
    expect(cardsOf('Next')).toEqual(['One', 'Three']);
    expect(server.commandsHeard()).toEqual([]);
  });

  it('isn’t there for a Visitor', async () => {
    const { server } = await lift('One', vera);
    await key('ArrowDown');
    await key(' ');
    expect(cardsOf('Next')).toEqual(['One', 'Two', 'Three']);
    expect(server.commandsHeard()).toEqual([]);
  });
});
