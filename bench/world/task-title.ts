import { pick } from './chance.ts';

const DOING =
  'Answer Arrange Ask about Book Check Clean up Collect Compare Confirm Describe Draft Fix Invite Measure Move Order Plan Prepare Print Renew Repair Review Send Test Translate Update';
const THINGS =
  'annual report|budget|café menu|contract with the printer|customer list|delivery note|error on the sign-in page|first invoice|garden tools|guest list|holiday plan|insurance papers|invitation mail|kitchen shelves|library card|lights in the hall|map of the building|meeting room|monthly figures|music for the evening|new colleague’s desk|newsletter|office keys|opening hours|order form|parking places|photos of the team|price list|recipe for forty people|room bookings|safety drill|shipping address|shop window|slides for the board|spare parts|summer party|survey answers|tax letter|team discount|tickets for the fair|tool cupboard|trial version|user handbook|van|visitor badge|warehouse stock|website texts|workshop';
const WHEN =
  'before Friday|for Berlin|for the north office|from last week|in Spanish|next quarter|on the second floor|with Ben|with Grace|with the landlord|again|by phone';

const verbs = DOING.split(/ (?=[A-Z])/);
const things = THINGS.split('|');
const ends = WHEN.split('|');

/** A title as people write them: three to eight words, some with a number. */
export function taskTitle(chance: () => number): string {
  const title = `${pick(verbs, chance)} ${pick(things, chance)}`;
  const roll = chance();
  if (roll < 0.5) return `${title} ${pick(ends, chance)}`;
  return roll < 0.7 ? `${title} #${100 + Math.floor(chance() * 900)}` : title;
}
