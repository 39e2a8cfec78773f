import type { DemoBoard } from '../demo-board.ts';

export const customerSuccess: DemoBoard = {
  name: 'Customer success',
  owner: 'mara',
  team: { lina: 'member', hiro: 'member' },
  columns: {
    'New tickets': [
      {
        title: 'Team discount?',
        by: 'lina',
        was: 'Question about price',
        from: ['Open tickets', 'mara'],
        text: [
          'A school in Amman wants Talka for 14 teachers and asks what we can do about the price.',
          '',
          '– They pay yearly, in one go.',
          '– They would write about it in their network of 30 schools.',
          '– Their budget closes on the 30th, so they need an answer this week.',
          '',
          'Mara: could we offer the price for non-profits? They sent their papers along.',
        ].join('\n'),
      },
      { title: 'Invoice shows the old street of our office', by: 'hiro' },
      { title: 'Which ports does our firewall have to open?', by: 'mara' },
      { title: 'هل يمكن تغيير لغة الحساب لكل عضو على حدة؟', by: 'lina' },
      { title: 'Two people left the company: free their seats', by: 'mara' },
      {
        title: '請求書を日本語で受け取りたい',
        by: 'hiro',
        text: '経理部から。社名は「株式会社みなと」でお願いしますとのこと。',
      },
      { title: 'Can a Visitor be mentioned in a task?', by: 'mara' },
    ],
    'Open tickets': [
      {
        title: 'Invitation mail lands in the spam folder',
        by: 'mara',
        from: ['New tickets', 'hiro'],
        text: 'Only with one provider so far. Hiro asked them for the headers; SPF passes, DKIM has the wrong selector.',
      },
      { title: 'Board opens slowly over the train’s Wi-Fi', by: 'hiro', from: ['New tickets', 'hiro'] },
      { title: 'Move three boards to the new account', by: 'lina', from: ['New tickets', 'mara'] },
      { title: 'لا يصل رمز التحقق إلى البريد الجديد', by: 'lina', from: ['New tickets', 'lina'] },
      {
        title: 'Screen reader says “button” twice',
        by: 'mara',
        text: 'VoiceOver on iOS only. She kindly sent a recording.',
      },
      { title: 'Exported sheet has the dates a day early', by: 'hiro', from: ['New tickets', 'mara'] },
    ],
    'Feature requests': [
      { title: 'Print a board on one sheet of paper', by: 'mara' },
      { title: 'Show a week number next to due dates', by: 'hiro', from: ['New tickets', 'lina'] },
      {
        title: 'Keep the colour of a card when it is copied',
        by: 'lina',
        text: 'Asked for by eleven customers since spring; three of them teach.',
      },
      { title: 'カードを左利き用に並べ替えられるようにする', by: 'hiro' },
      { title: 'A quieter sound for mentions, or none', by: 'mara', was: 'Sound settings' },
      { title: 'تصدير اللوحة إلى ملف يمكن طباعته', by: 'lina' },
    ],
    Bugs: [
      {
        title: 'Emoji in a board’s name breaks the mail’s subject',
        by: 'hiro',
        from: ['Open tickets', 'hiro'],
        text: 'To repeat: name a board “Lunch 🍜”, invite anybody, look at the subject in Outlook.',
      },
      { title: 'Double click on “Sign up” makes two accounts', by: 'mara', from: ['Open tickets', 'hiro'] },
      { title: 'Search forgets its words after going back', by: 'lina' },
      { title: 'Time zone of Samoa is a day off', by: 'hiro' },
    ],
    Completed: [
      { title: 'Answer to the questionnaire about data protection', by: 'mara', from: ['Open tickets', 'mara'] },
      { title: 'Refund for the doubled May invoice', by: 'lina', from: ['Open tickets', 'mara'] },
      { title: 'Keyboard shortcut list as a printable page', by: 'hiro', from: ['Feature requests', 'hiro'] },
      { title: 'تدريب فريق الدعم في عمّان', by: 'lina', from: ['New tickets', 'lina'] },
      { title: 'Drag with two fingers scrolled the page', by: 'mara', from: ['Bugs', 'hiro'] },
    ],
  },
  trash: [
    { title: 'Buy 5,000 followers!!!', by: 'mara' },
    { title: 'Test, please ignore', by: 'hiro' },
  ],
};
