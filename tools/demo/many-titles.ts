import { seededChance } from './seeded-chance.ts';

const VERBS = [
  'Check', 'Repair', 'Replace', 'Order', 'Paint', 'Measure', 'Photograph', 'Insure', 'Translate', 'Book', 'Label',
  'Clean', 'Move', 'Test', 'Compare prices for', 'Write the story of', 'Find a sponsor for', 'Count', 'Store', 'Update',
]; // prettier-ignore
const THINGS = [
  'the lamps', 'the guide', 'the ticket gate', 'the map', 'the audio tour', 'the glass case', 'the ramp', 'the sign',
  'the bench', 'the catalogue', 'the bird boxes', 'the ship model', 'the letters', 'the amber collection',
  'the school programme', 'the fire door', 'the floor plan', 'the looms', 'the poster', 'the guest book',
]; // prettier-ignore
const PLACES = [
  'in the harbour hall', 'on the third floor', 'at the north entrance', 'in the sail loft', 'for the spring show',
  'in the old customs house', 'for the night of museums', 'in the reading room', 'by the canal', 'in the café',
  'for visitors in wheelchairs', 'for the youngest visitors', 'in the cellar', 'for the travelling show',
]; // prettier-ignore
const ENDINGS = [
  '',
  '',
  '',
  '',
  '',
  ' before Easter',
  ' again',
  ', second try',
  ' (urgent)',
  ' with the city',
  ' by hand',
];
const ARABIC = [
  'ترميم لوحة الميناء',
  'ترجمة بطاقات المعرض',
  'تجهيز القاعة الشرقية',
  'طلب زجاج جديد للخزائن',
  'دعوة مدارس الحي',
];
const JAPANESE = [
  '展示室の照明を調整する',
  '音声ガイドを録音し直す',
  '船の模型を修理に出す',
  '学校向けの案内を印刷する',
  '来館者数をまとめる',
];

/** Titles as the people of a museum might write them: all different, mostly English, the same at every call. */
export function manyTitles(count: number): readonly string[] {
  const chance = seededChance(2026);
  const pick = (words: readonly string[]): string => words[Math.floor(chance() * words.length)] ?? '';
  const known = new Map<string, number>();
  return Array.from({ length: count }, () => {
    const roll = chance();
    const foreign = roll < 0.04 ? ARABIC : roll < 0.08 ? JAPANESE : null;
    const title = foreign === null ? `${pick(VERBS)} ${pick(THINGS)} ${pick(PLACES)}${pick(ENDINGS)}` : pick(foreign);
    const times = (known.get(title) ?? 0) + 1;
    known.set(title, times);
    return times === 1 ? title : `${title}, part ${times}`;
  });
}
