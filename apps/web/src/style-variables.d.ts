import 'react';

declare module 'react' {
  // Custom properties in `style` are how one hue colours a tag, a status or a face.
  interface CSSProperties {
    readonly [variable: `--${string}`]: string | number | undefined;
  }
}
