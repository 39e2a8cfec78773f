import { describe, expect, test } from 'vitest';
import { TAG_HUES } from './index.ts';

type Vector = readonly number[];
type Matrix = readonly Vector[];

/** What eyes of each kind make of linear sRGB (Machado, Oliveira and Fernandes 2009, full deficiency). */
const EYES: Readonly<Record<string, Matrix>> = {
  common: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
// OKLab by its author, Björn Ottosson.
const TO_CONES: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const FROM_LAB: Matrix = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const FROM_CONES: Matrix = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

const times = (matrix: Matrix, vector: Vector): Vector =>
  matrix.map((row) => row.reduce((sum, cell, at) => sum + cell * (vector[at] ?? 0), 0));

/** A tag's ink (lightness 0.42, chroma 0.11) as eyes of a kind see it, in OKLab. */
function seen(hue: number, eyes: Matrix): Vector {
  const angle = (hue * Math.PI) / 180;
  const cones = times(FROM_LAB, [0.42, 0.11 * Math.cos(angle), 0.11 * Math.sin(angle)]).map((cone) => cone ** 3);
  const light = times(eyes, times(FROM_CONES, cones)).map((part) => Math.min(1, Math.max(0, part)));
  return times(TO_LAB, times(TO_CONES, light).map(Math.cbrt));
}

function apart(one: number, other: number, eyes: Matrix): number {
  const [here, there] = [seen(one, eyes), seen(other, eyes)];
  return Math.hypot(...here.map((part, at) => part - (there[at] ?? 0)));
}

describe('the hues of tags', () => {
  test('are twelve', () => {
    expect(new Set(TAG_HUES).size).toBe(12);
    for (const hue of TAG_HUES) expect(hue >= 0 && hue < 360 && Number.isInteger(hue)).toBe(true);
  });

  test.each(Object.keys(EYES))('given out first are told apart by %s eyes', (kind) => {
    const eyes = EYES[kind] ?? [];
    // 0.02 in OKLab is a just noticeable difference; those beyond the sixth are told apart by their words as well.
    for (const [at, hue] of TAG_HUES.slice(0, 6).entries()) {
      for (const other of TAG_HUES.slice(0, at)) expect(apart(hue, other, eyes)).toBeGreaterThan(0.02);
    }
  });
});
