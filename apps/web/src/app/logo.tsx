import styles from './logo.module.css';

interface LogoProps {
  readonly size?: 'rail' | 'page';
}

/** Three columns of work. Decoration: the word Talka or the link's label stands beside it. */
export function Logo({ size = 'rail' }: LogoProps) {
  return (
    <span className={`${styles.logo} ${styles[size]}`} aria-hidden>
      <i />
      <i />
      <i />
    </span>
  );
}
