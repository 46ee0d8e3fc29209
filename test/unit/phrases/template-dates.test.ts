import { describe, expect, test } from 'vitest';
import { fillTemplate, parseTemplate } from '../../../rules/phrases/template.ts';

/** A Sunday evening in Shanghai, and still Sunday morning in UTC. */
const now = Date.parse('2026-11-22T23:05:09+08:00');
const filled = (text: string, at = now) => fillTemplate(text, {}, { now: at });

describe('dates in a phrase', () => {
  test.each([
    ['{日期}', '2026-11-22'],
    ['{时间}', '23:05'],
    ['{日期时间}', '2026-11-22 23:05'],
    ['{星期}', '星期日'],
    ['{日期+7}', '2026-11-29'],
    ['{日期-22}', '2026-10-31'],
    ['{日期 ＋ ３ 天}', '2026-11-25'],
    ['{日期+2周}', '2026-12-06'],
    ['{星期+1}', '星期一'],
    ['{时间+2小时}', '01:05'],
    ['{时间-10分钟}', '22:55'],
    ['{日期时间+1小时}', '2026-11-23 00:05'],
    ['{日期+7=M月d日}', '11月29日'],
    ['{日期=yyyy年M月d日 E}', '2026年11月22日 周日'],
    ['{日期=YYYY/MM/DD}', '2026/11/22'],
    ['{日期=yy.M.d EEEE}', '26.11.22 星期日'],
    ['{时间=H点mm分ss秒}', '23点05分09秒'],
    ['{日期＝M月d日}', '11月22日'],
    ['{{日期+1}}', '2026-11-23'],
    ['{date+1}', '2026-11-23'],
    ['{Time}', '23:05'],
    ['{DATETIME}', '2026-11-22 23:05'],
    ['{weekday}', '星期日'],
  ])('%s is %s', (text, said) => {
    expect(filled(text)).toEqual({ ok: true, text: said, stops: [] });
  });

  test('are those of Shanghai, a quarter of an hour before and after midnight', () => {
    const midnight = Date.parse('2027-01-01T00:00:00+08:00');
    expect(filled('{日期}', midnight - 900_000)).toMatchObject({ text: '2026-12-31' });
    expect(filled('{日期}', midnight + 900_000)).toMatchObject({ text: '2027-01-01' });
    expect(filled('{日期+59}', midnight)).toMatchObject({ text: '2027-03-01' });
    expect(filled('{日期+1}', Date.parse('2028-02-28T12:00:00+08:00'))).toMatchObject({ text: '2028-02-29' });
  });

  test.each([
    ['{日期+}', 'date-offset'],
    ['{日期+七}', 'date-offset'],
    ['{日期+99999}', 'date-offset'],
    ['{日期+1年}', 'date-offset'],
    ['{时间+2}', 'date-offset'],
    ['{日期=}', 'date-format'],
    ['{日期=好}', 'date-format'],
    ['{日期=MMM d}', 'date-format'],
    ['{日期=yyyy-MM-dd hh:mm}', 'date-format'],
    ['{日期=yyyy-mm-dd}', 'date-minutes'],
    ['{时间=HH:MM}', 'date-months'],
    ['{日期:M月d日}', 'extra'],
    ['{日期|今天|明天}', 'extra'],
  ])('%s would print something else than meant and is not filled', (text, fault) => {
    expect(parseTemplate(text)).toMatchObject([{ kind: 'unknown', fault }]);
    expect(filled(text)).toMatchObject({ ok: false, missing: [text], reasons: ['unknown'] });
  });

  test('without the time nothing is guessed', () => {
    expect(fillTemplate('{日期+1}', {})).toMatchObject({
      ok: false,
      missing: ['{日期+1}'],
      reasons: ['absent'],
    });
  });
});
