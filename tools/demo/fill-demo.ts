import { contentPlan } from './boards/content-plan.ts';
import { customerSuccess } from './boards/customer-success.ts';
import { helpdesk } from './boards/helpdesk.ts';
import { projectManagement } from './boards/project-management.ts';
import type { DemoBoard } from './demo-board.ts';
import { signUpAll } from './demo-user.ts';
import { fillBoard, fillManyTasks } from './fill-board.ts';
import { manyTitles } from './many-titles.ts';

const MUSEUM: DemoBoard = {
  name: '10,000 tasks',
  owner: 'mara',
  team: { hiro: 'member', lina: 'visitor' },
  columns: {
    Ideas: [],
    Backlog: [],
    Spring: [],
    Summer: [],
    Autumn: [],
    Winter: [],
    'In progress': [],
    'Needs review': [],
    Waiting: [],
    Completed: [],
  },
};

/** Fills an empty server with three people and their boards; the one to look at first is the newest. */
export async function fillDemo(url: string): Promise<void> {
  const users = await signUpAll(url);
  await fillManyTasks(users, MUSEUM, manyTitles(10_000));
  for (const board of [contentPlan, projectManagement, helpdesk, customerSuccess]) await fillBoard(users, board);
}
