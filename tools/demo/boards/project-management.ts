import type { DemoBoard } from '../demo-board.ts';

export const projectManagement: DemoBoard = {
  name: 'Library app',
  owner: 'mara',
  team: { hiro: 'admin', lina: 'visitor' },
  columns: {
    Strategy: [
      {
        title: 'Interview ten readers at the counter',
        by: 'mara',
        text: 'Five under 20, five over 60. Ask what they do today when a book is lent out, and listen.',
      },
      { title: 'Agree with the city who answers readers’ mail', by: 'mara' },
      { title: 'What will we not build this year?', by: 'hiro', was: 'Scope' },
      { title: 'Price of the text-message reminders', by: 'hiro' },
    ],
    Design: [
      { title: 'Shelf view that works with large type', by: 'hiro', from: ['Strategy', 'hiro'] },
      { title: '読み上げ順を図書館員と確認する', by: 'hiro' },
      { title: 'Pictures for “no books here yet”', by: 'mara' },
      {
        title: 'Return slip in four languages',
        by: 'mara',
        text: 'Latvian, English, Arabic, Japanese. Lina reads the Arabic.',
      },
    ],
    Development: [
      {
        title: 'Reserve a book that is lent out',
        by: 'hiro',
        from: ['Design', 'hiro'],
        text: 'The queue is first come, first served; a reader sees her place in it, never the names of others.',
      },
      { title: 'Scan the barcode with the camera', by: 'hiro', from: ['Design', 'hiro'] },
      { title: '貸出期限のお知らせを時差に合わせる', by: 'hiro', from: ['Design', 'mara'] },
      { title: 'Sign in with the library card', by: 'mara', from: ['Design', 'hiro'] },
    ],
    Testing: [
      { title: 'Renew all loans with one tap', by: 'hiro', from: ['Development', 'mara'] },
      { title: 'Old phones: start in under three seconds', by: 'mara', from: ['Development', 'hiro'] },
    ],
    Completed: [
      { title: 'Contract with the city library', by: 'mara', from: ['Strategy', 'mara'] },
      {
        title: 'Import of 84,000 titles',
        by: 'hiro',
        from: ['Testing', 'hiro'],
        text: '212 had no author. All found but one.',
      },
      { title: 'Name and icon', by: 'mara', from: ['Design', 'mara'] },
    ],
  },
};
