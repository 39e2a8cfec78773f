import { isId } from '../kernel/index.ts';

/**
 * Ids taken apart, since they are most of what a board weighs: what they share packs away, and their chance, which
 * nothing can pack, is written as densely as text allows. 10,000 ids weigh 95 KB instead of 135 KB after compression.
 */
export interface PackedIds {
  /** Milliseconds from each id's time to the next one's; the first from 0. */
  readonly steps: readonly number[];
  /** The two free bits of each id's variant, a digit 0–3 each. */
  readonly variants: string;
  /** The other 72 bits of chance of each id, 12 characters of base64url each. */
  readonly chance: string;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VARIANTS = '89ab';
const CHANCE_LENGTH = 12;

/** Null where one of them isn't an id of ours. */
export function packIds(ids: readonly unknown[]): PackedIds | null {
  const steps: number[] = [];
  let variants = '';
  let chance = '';
  let last = 0;
  for (const id of ids) {
    if (typeof id !== 'string' || !isId(id)) return null;
    const time = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
    steps.push(time - last);
    last = time;
    variants += VARIANTS.indexOf(id.slice(19, 20));
    chance += toDense(id.slice(15, 18) + id.slice(20, 23) + id.slice(24));
  }
  return { steps, variants, chance };
}

export function unpackIds({ steps, variants, chance }: PackedIds): string[] {
  let time = 0;
  let clock = '';
  return steps.map((step, index) => {
    if (step !== 0 || index === 0) {
      time += step;
      clock = clockOf(time);
    }
    const at = index * CHANCE_LENGTH;
    const variant = VARIANTS.charAt(Number(variants.charAt(index)));
    const end = fromDense(chance, at + 4) + fromDense(chance, at + 6) + fromDense(chance, at + 8);
    return `${clock}${fromDense(chance, at)}-${variant}${fromDense(chance, at + 2)}-${end}${fromDense(chance, at + 10)}`;
  });
}

/** The time of an id as it is written, up to its version. */
function clockOf(time: number): string {
  const hex = time.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7`;
}

/** Three hexadecimal digits are two of base64url: every such pair, made once, since boards have thousands of ids. */
const DENSE: readonly string[] = Array.from({ length: 4096 }, (_, bits) => digit(bits >> 6) + digit(bits & 63));
const HEX: readonly string[] = Array.from({ length: 4096 }, (_, bits) => bits.toString(16).padStart(3, '0'));

function digit(bits: number): string {
  return DIGITS.charAt(bits);
}

function toDense(hex: string): string {
  let dense = '';
  for (let at = 0; at < hex.length; at += 3) {
    dense += DENSE[(nibble(hex, at) << 8) | (nibble(hex, at + 1) << 4) | nibble(hex, at + 2)] ?? '';
  }
  return dense;
}

/** Three hexadecimal digits for the two characters that stand at a place. */
function fromDense(dense: string, at: number): string {
  return HEX[(sextet(dense, at) << 6) | sextet(dense, at + 1)] ?? '';
}

/** Of a lower-case hexadecimal digit. */
function nibble(hex: string, at: number): number {
  const code = hex.charCodeAt(at);
  return code < 58 ? code - 48 : code - 87;
}

function sextet(dense: string, at: number): number {
  const code = dense.charCodeAt(at);
  if (code >= 97) return code - 71;
  if (code === 95) return 63;
  if (code >= 65) return code - 65;
  return code === 45 ? 62 : code + 4;
}
