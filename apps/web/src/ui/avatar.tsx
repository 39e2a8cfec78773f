import { classNames } from './class-names.ts';
import { hueOf } from './hue.ts';
import { initialsOf } from './initials.ts';
import styles from './avatar.module.css';

export interface Person {
  readonly id: string;
  readonly name: string;
}

interface AvatarProps {
  readonly person: Person;
  readonly size?: 'small' | 'medium' | 'large' | 'huge';
  /** True when the name stands beside it. */
  readonly isDecoration?: boolean;
}

export function Avatar({ person, size = 'medium', isDecoration = false }: AvatarProps) {
  return (
    <span
      className={classNames(styles.avatar, styles[size])}
      style={{ '--hue': hueOf(person.id) }}
      translate="no"
      data-initials={initialsOf(person.name)}
      {...(isDecoration ? { 'aria-hidden': true } : { role: 'img', 'aria-label': person.name, title: person.name })}
    />
  );
}
