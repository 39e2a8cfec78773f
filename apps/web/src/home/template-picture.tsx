import type { Template } from '@talka/domain/boards';
import { classNames } from '../ui/class-names.ts';
import styles from './template-picture.module.css';

/** How many cards the drawing puts in each column; a shape that says "work", not a measure. */
const CARDS = [3, 2, 3, 1, 2];

/** A board as seen from far away: its columns with a few cards. */
export function TemplatePicture({ template }: { readonly template: Template }) {
  const columns = template.done === null ? template.stages : [...template.stages, template.done];
  return (
    <span className={styles.picture} aria-hidden>
      {columns.map((column, place) => (
        <span key={column} className={styles.column}>
          {Array.from({ length: CARDS[place % CARDS.length] ?? 2 }, (_, card) => (
            <span key={card} className={classNames(styles.card, column === template.done && styles.done)} />
          ))}
        </span>
      ))}
      {columns.length === 0 && <span className={classNames(styles.column, styles.ghost)} />}
    </span>
  );
}
