import { shanghaiEpoch } from '../../time/shanghai.ts';

/** Days and times as programs of the trade write them; the zone is Shanghai unless it says another. */
const shape =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2}))?[^Z+]*(Z|[+-]\d{2}:?\d{2})?)?/;

/** Epoch ms of a written moment, or of a number that is one; undefined for anything else. */
export function readMoment(text: string): number | undefined {
  const written = text.trim();
  if (/^1[0-9]{12}$/.test(written)) return Number(written);
  const match = shape.exec(written);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  if (!year || !month || !day || month > 12 || day > 31) return undefined;
  const zone = match[7];
  if (zone) {
    const moment = Date.parse(written);
    return Number.isNaN(moment) ? undefined : moment;
  }
  return shanghaiEpoch(year, month, day, hour ?? 0, minute ?? 0, second ?? 0);
}
