import { say } from '../../language/local-text.ts';
import { sameOutcome } from '../when.ts';
import type { RuleRow, TableProblem } from './rule-row.ts';

/** Everything of a rule but its regions. */
const bodyKey = ({ regions: _, ...rest }: RuleRow['rule']): string => JSON.stringify(sorted(rest));

const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([key, inner]) => [key, sorted(inner)]),
      )
    : value;

/**
 * Rows that say the same of several places become one rule; a place that stands twice is named: the second row is
 * left out, whether it says the same or contradicts the first.
 */
export function joinRows(rows: readonly RuleRow[]): { rows: RuleRow[]; problems: TableProblem[] } {
  const problems: TableProblem[] = [];
  const joined: RuleRow[] = [];
  const byBody = new Map<string, RuleRow>();
  const byId = new Map<string, { row: number; body: string }>();
  const seen = new Map<string, RuleRow>();
  for (const { row, rule } of rows) {
    const { courier, keywords = [], corps, when } = rule;
    const body = bodyKey(rule);
    if (rule.id !== undefined) {
      const known = byId.get(rule.id);
      if (known && known.body !== body) {
        problems.push({
          row,
          text: say(
            `规则编号「${rule.id}」在第 ${known.row} 行已经有了，内容却不一样`,
            `the rule id “${rule.id}” stands in line ${known.row} with other contents`,
          ),
        });
        continue;
      }
      if (!known) byId.set(rule.id, { row, body });
    }
    const scope = JSON.stringify([courier, [...keywords].sort(), corps === true, sorted(when ?? {})]);
    const fresh: string[] = [];
    let bad = false;
    for (const region of rule.regions.length > 0 ? rule.regions : ['']) {
      const first = seen.get(`${scope} ${region}`);
      if (!first) {
        fresh.push(region);
        seen.set(`${scope} ${region}`, { row, rule });
        continue;
      }
      // Our own export may hold rules that contradict each other; with ids they come back as they were.
      if (rule.id !== undefined && first.rule.id !== undefined && rule.id !== first.rule.id) {
        fresh.push(region);
        continue;
      }
      bad = true;
      const same = sameOutcome({ ...rule, id: '' }, { ...first.rule, id: '' });
      const place = region === '' ? '这一条' : `「${region}」`;
      problems.push({
        row,
        text: same
          ? say(
              `${courier} ${place}和第 ${first.row} 行重复，没有再加`,
              `${courier}: the same as line ${first.row}, not taken again`,
            )
          : say(
              `${courier} ${place}和第 ${first.row} 行矛盾，按第 ${first.row} 行`,
              `${courier}: contradicts line ${first.row}, which is taken`,
            ),
      });
    }
    if (fresh.length === 0 || (bad && rule.regions.length === 0)) continue;
    const regions = fresh.filter((region) => region !== '');
    const known = regions.length > 0 ? byBody.get(body) : undefined;
    if (known) known.rule.regions.push(...regions);
    else {
      const added: RuleRow = { row, rule: { ...rule, regions } };
      joined.push(added);
      if (regions.length > 0) byBody.set(body, added);
    }
  }
  return { rows: joined, problems };
}
