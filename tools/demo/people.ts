import type { Who } from './demo-board.ts';

export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly timeZone: string;
}

/** The first of them signs up first, and so owns the server. */
export const PEOPLE: Readonly<Record<Who, DemoPerson>> = {
  mara: { name: 'Mara Kalniņa', email: 'mara@example.com', language: 'en', timeZone: 'Europe/Riga' },
  lina: { name: 'لينا حداد', email: 'lina@example.com', language: 'ar', timeZone: 'Asia/Amman' },
  hiro: { name: '田中ヒロ', email: 'hiro@example.com', language: 'ja', timeZone: 'Asia/Tokyo' },
};

/** The same for all three: who knows the demo may look around as each of them. */
export const DEMO_PASSWORD = 'amber spruce paper';
