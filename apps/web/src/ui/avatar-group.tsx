import { Avatar, type Person } from './avatar.tsx';
import styles from './avatar.module.css';
import { classNames } from './class-names.ts';

interface AvatarGroupProps {
  readonly people: readonly Person[];
  readonly size?: 'small' | 'medium' | 'large';
  /** How many to show before "+3". */
  readonly most?: number;
  /** Says how many more there are: `3 more people`. */
  readonly moreLabel?: (count: number) => string;
}

/** People side by side, each initial readable. */
export function AvatarGroup({ people, size = 'medium', most = 4, moreLabel = String }: AvatarGroupProps) {
  const shown = people.length > most ? people.slice(0, most - 1) : people;
  const more = people.length - shown.length;
  return (
    <span className={styles.group}>
      {shown.map((person) => (
        <Avatar key={person.id} person={person} size={size} />
      ))}
      {more > 0 && (
        <span
          className={classNames(styles.avatar, styles.more, styles[size])}
          role="img"
          data-initials={`+${more}`}
          aria-label={moreLabel(more)}
          title={people
            .slice(shown.length)
            .map((person) => person.name)
            .join('\n')}
        />
      )}
    </span>
  );
}
