import type { Copied, PhraseSource } from '../../components/popup/PhraseFinder.tsx';
import { askPhrase } from '../../content/desks/ask-phrase.ts';
import { shelvePhrases } from '../../content/desks/phrase-views.ts';
import { say } from '../../rules/language/local-text.ts';
import { textsOf } from '../../rules/phrases/next-text.ts';
import { steadyChance } from '../../rules/phrases/template.ts';
import { phraseUsed } from '../../storage/contracts/library.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import { copyText } from '../phrase-pad/clipboard.ts';
import { padValues } from '../phrase-pad/pad-values.ts';
import { planCopy } from '../phrase-pad/plan-copy.ts';

/** Characters of the copied text that are said back. */
const saidBack = 24;

/**
 * The library for the popup's search. It knows no page and no buyer: ladders begin at their first step, and what a page
 * would tell is asked for.
 */
export function phraseSource({ library, settings, shop }: KeptState): PhraseSource {
  const shelf = shelvePhrases(library);
  const values = () => padValues('', settings, shop.pack, Date.now());
  const draws = new Map<string, ReturnType<typeof steadyChance>>();
  const fill = (id: string) => {
    const drawn = draws.get(id) ?? steadyChance(Math.random);
    draws.set(id, drawn);
    return { now: Date.now(), snippet: shelf.snippet, chance: drawn.start() };
  };
  return {
    search: (query, limit) => shelf.search(query, limit),
    ask(id, index = 0) {
      const phrase = shelf.find(id);
      return phrase && askPhrase(phrase, index, values(), () => fill(id), {});
    },
    async copy(id, index = 0, answers) {
      const phrase = shelf.find(id);
      if (!phrase) return gone;
      const text = textsOf(phrase)[index] ?? phrase.text;
      const plan = planCopy(
        { text },
        {
          values: values(),
          ...fill(id),
          answers,
          literal: phrase.literal,
          // Where it will be pasted is not known: what every marketplace stops is said.
          wording: { channel: 'chat' },
        },
      );
      if (plan.kind !== 'ready') {
        const names =
          plan.kind === 'broken' ? plan.names.join('、') : plan.fields.map(({ name }) => name).join('、');
        return warn(`没有复制，还缺：${names}`, `Not copied; missing: ${names}`);
      }
      if (!(await copyText(plan.text))) {
        return warn('浏览器没有允许复制', 'The browser refused to copy');
      }
      draws.delete(id);
      sendRequest(phraseUsed, { id }).catch(() => undefined);
      const flat = plan.text.replace(/\s+/g, ' ');
      const start = flat.length > saidBack ? `${[...flat].slice(0, saidBack).join('')}…` : flat;
      const stop = plan.hits.find(({ level }) => level !== 'info');
      if (!stop) return { level: 'info', text: say(`已复制：${start}`, `Copied: ${start}`) };
      const word = plan.text.slice(stop.start, stop.end);
      return warn(`已复制：${start} · 留意“${word}”`, `Copied: ${start} · mind “${word}”`);
    },
  };
}

const warn = (zh: string, en: string): Copied => ({ level: 'warn', text: say(zh, en) });
const gone = warn('这条话术已不在库里', 'This phrase is no longer in the library');
