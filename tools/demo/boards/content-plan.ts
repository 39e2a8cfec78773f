import type { DemoBoard } from '../demo-board.ts';

/** A board that is read from right to left. */
export const contentPlan: DemoBoard = {
  name: 'خطة المحتوى',
  owner: 'lina',
  team: { mara: 'member', hiro: 'visitor' },
  columns: {
    أفكار: [
      { title: 'مقال عن المعلّمات اللواتي ينظّمن فصولهن بلوحة واحدة', by: 'lina' },
      {
        title: 'كيف نرحّب بزميل جديد في يومه الأول؟',
        by: 'lina',
        text: 'قائمة قصيرة يمكن طباعتها، مع مثال من مكتب عمّان.',
      },
      { title: 'خمس لوحات صغيرة للبيت', by: 'lina' },
      { title: 'مقابلة مع مكتبة ريغا حول تطبيق Library app', by: 'mara' },
      { title: 'لماذا نعدّ المهام المفتوحة كل يوم اثنين', by: 'lina' },
    ],
    'قيد الكتابة': [
      {
        title: 'دليل العمل معًا بثلاث لغات',
        by: 'lina',
        from: ['أفكار', 'lina'],
        text: 'العربية أولًا، ثم الإنجليزية واليابانية. يراجع هيرو النص الياباني يوم الخميس.',
      },
      { title: 'نشرة شهر ديسمبر', by: 'lina', from: ['أفكار', 'lina'] },
      { title: 'قصة نجاح: 14 معلّمة و 30 مدرسة', by: 'lina', was: 'قصة نجاح' },
    ],
    'قيد المراجعة': [
      { title: 'ترجمة صفحة الأسعار', by: 'lina', from: ['قيد الكتابة', 'lina'] },
      { title: 'فيديو قصير: نقل مهمة بلوحة المفاتيح', by: 'mara', from: ['قيد الكتابة', 'lina'] },
    ],
    مكتمل: [
      { title: 'صفحة «من نحن»', by: 'lina', from: ['قيد المراجعة', 'mara'] },
      { title: 'قاموس المصطلحات: لوحة، مهمة، عمود', by: 'lina', from: ['قيد المراجعة', 'lina'] },
      { title: 'صور الفريق من لقاء الخريف', by: 'mara', from: ['أفكار', 'lina'] },
    ],
  },
};
