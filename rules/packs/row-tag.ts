import { type LocalText, say } from '../language/local-text.ts';

const words: Readonly<Record<string, LocalText>> = {
  A: say('平台原文', 'the platform’s own text'),
  B: say('多处一致', 'several sources agree'),
  C: say('只有一处来源', 'one source'),
  X: say('各处说法不一', 'sources conflict'),
  O: say('手边的默认', 'our own default'),
};

/** How well a row is founded, in words (rules.md, Tags); undefined where it has no source at all. */
export function tagText(tag: string): LocalText | undefined {
  const known = tag.split('/').flatMap((one) => words[one] ?? []);
  if (known.length === 0) return undefined;
  return say(known.map((one) => one['zh-CN']).join('、'), known.map((one) => one.en).join(', '));
}
