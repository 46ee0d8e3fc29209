import { say } from '../../language/local-text.ts';

export const window = say('统计时段', 'Counted window');
export const steps = say('等待提醒（轻 / 提醒 / 超时）', 'Wait steps (soft / warn / breach)');
export const effective = say('算作回复的消息', 'What counts as a reply');
export const target = say('达标线', 'Target');
export const oursNote = say('未注明来源的提醒值为本产品自定。', 'Steps without a source are ours.');
