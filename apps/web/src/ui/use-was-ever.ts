import { useState } from 'react';

/** True from the first render in which the condition holds, for ever after. */
export function useWasEver(condition: boolean): boolean {
  const [was, setWas] = useState(condition);
  if (condition && !was) setWas(true);
  return was || condition;
}
