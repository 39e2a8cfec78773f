import styles from './tag.module.css';

interface TagProps {
  readonly name: string;
  /** 0–359; lightness and chroma are fixed, so that contrast holds in both themes. */
  readonly hue: number;
}

export function Tag({ name, hue }: TagProps) {
  return (
    <span className={styles.tag} style={{ '--hue': hue }} dir="auto">
      {name}
    </span>
  );
}
