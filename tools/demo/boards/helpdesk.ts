import type { DemoBoard } from '../demo-board.ts';

export const helpdesk: DemoBoard = {
  name: 'Helpdesk',
  owner: 'mara',
  team: { hiro: 'admin', lina: 'member' },
  columns: {
    'To Do': [
      { title: 'Printer on the second floor prints everything pink', by: 'lina' },
      {
        title: 'New laptop for Ilze, who starts on Monday',
        by: 'mara',
        text: '16 GB, Estonian keyboard, blue sleeve.',
      },
      { title: 'Door badge of the cleaning firm has run out', by: 'mara' },
      { title: '会議室のマイクが途中で切れる', by: 'hiro' },
      { title: 'More space for the photo archive', by: 'lina', was: 'Disk full' },
      { title: 'Projector cable for the small room', by: 'mara' },
    ],
    Doing: [
      {
        title: 'Wi-Fi drops in the glass corner',
        by: 'mara',
        from: ['To Do', 'hiro'],
        text: 'Measured on three days: always when the lift stands on our floor. An access point is on its way.',
      },
      { title: 'إعداد هاتف المكتب الجديد', by: 'lina', from: ['To Do', 'lina'] },
      { title: 'Switch the calendars over to the new domain', by: 'hiro', from: ['To Do', 'hiro'] },
    ],
    Completed: [
      {
        title: 'Phishing test with the whole team',
        by: 'hiro',
        from: ['Doing', 'hiro'],
        text: 'Nobody clicked. Cake on Friday.',
      },
      { title: 'Replace the battery of the alarm', by: 'mara', from: ['To Do', 'hiro'] },
      { title: 'Spare keys to the safe of the branch office', by: 'lina', from: ['Doing', 'mara'] },
      { title: 'Two monitors for the design corner', by: 'lina', from: ['To Do', 'hiro'] },
    ],
  },
};
