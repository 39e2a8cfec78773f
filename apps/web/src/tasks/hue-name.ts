import { t } from '@lingui/core/macro';

/** A colour of the palette in words, for eyes and ears that can't go by the colour. */
export function hueName(hue: number): string {
  return NAMES.get(hue)?.() ?? `${hue}°`;
}

const NAMES = new Map<number, () => string>([
  [255, () => t({ message: 'Blue', context: 'colour' })],
  [50, () => t({ message: 'Orange', context: 'colour' })],
  [330, () => t({ message: 'Magenta', context: 'colour' })],
  [145, () => t({ message: 'Green', context: 'colour' })],
  [185, () => t({ message: 'Teal', context: 'colour' })],
  [310, () => t({ message: 'Violet', context: 'colour' })],
  [355, () => t({ message: 'Rose', context: 'colour' })],
  [235, () => t({ message: 'Sky', context: 'colour' })],
  [15, () => t({ message: 'Coral', context: 'colour' })],
  [165, () => t({ message: 'Mint', context: 'colour' })],
  [215, () => t({ message: 'Cyan', context: 'colour' })],
  [290, () => t({ message: 'Indigo', context: 'colour' })],
]);
