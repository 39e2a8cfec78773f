/**
 * Measures every case once, then every case again: what else the machine does then falls on all of them alike.
 * Answers the results of each case, in the order of the cases.
 */
export async function inRounds<Case, Result>(
  cases: readonly Case[],
  rounds: number,
  measure: (one: Case, round: number) => Promise<Result>,
): Promise<ReadonlyArray<readonly Result[]>> {
  const results = cases.map((): Result[] => []);
  for (let round = 1; round <= rounds; round += 1) {
    for (const [at, one] of cases.entries()) results[at]?.push(await measure(one, round));
  }
  return results;
}
