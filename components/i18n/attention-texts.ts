import type { Bundle } from './use-texts.ts';

const zh = {
  attention: '提醒方式',
  intro: '买家等到“提醒”或“超时”的时间时，怎样告诉您。同一位买家、同一步只提醒一次；几位一起到点，合成一条。',
  badge: '扩展图标上显示等待人数',
  badgeHint: '鼠标停在图标上，能看到谁等得最久',
  title: '标签页标题前显示等待人数',
  titleHint: '客服页面不在最前面时，标题变成“(3) 原来的标题”，切回来就还原',
  notify: '桌面通知',
  sound: '声音',
  when: { off: '不用', warn: '到提醒时间', breach: '只在超时' },
  volume: '音量',
  volumeIs: (percent: number) => `${percent}%`,
  tryNotice: '发一条试试',
  tryWarn: '试听：提醒',
  tryBreach: '试听：超时',
  tried: {
    notice: '已发出一条通知。没看到的话，请在系统设置里允许浏览器发通知，并关掉系统的“专注/勿扰”',
    sound: '正在播放。没听到的话，请看系统音量和输出设备',
  },
  tryFailed: {
    notice: '系统没有放行通知，请在系统设置里允许浏览器发通知',
    sound: '浏览器没有放行声音，请确认电脑接了音箱或耳机',
  },
  quiet: '静音时段',
  quietHint: '这段时间不弹通知、不响；到点后还在等的买家，合成一条告诉您。图标和标题照常显示',
  quietFrom: '静音从',
  quietTo: '静音到',
  to: '到',
  toNextDay: '到次日',
  beijing: '北京时间',
  quietBad: '写成 22:00 这样的时间',
  quietSame: '开始和结束不能是同一个时间',
  pauseLabel: '临时勿扰',
  pause: '勿扰 15 分钟',
  pauseHint: '15 分钟内不弹通知、不响，到时自动恢复；图标上的人数照常显示',
  paused: (until: string) => `勿扰到 ${until}`,
  endPause: '结束勿扰',
  endPauseHint: (until: string) => `勿扰到 ${until}，点一下现在结束`,
};

export type AttentionTexts = typeof zh;

const en: AttentionTexts = {
  attention: 'Reminders',
  intro:
    'How you are told when a buyer has waited to the Remind or Overdue time. Once per buyer and step; buyers who reach it together come as one.',
  badge: 'Number waiting on the extension icon',
  badgeHint: 'Rest the pointer on the icon to see who has waited longest',
  title: 'Number waiting in the tab title',
  titleHint:
    'While a marketplace tab is not in front its title reads "(3) title"; it is put back when you return',
  notify: 'Desktop notification',
  sound: 'Sound',
  when: { off: 'Never', warn: 'At remind time', breach: 'Only overdue' },
  volume: 'Volume',
  volumeIs: (percent) => `${percent}%`,
  tryNotice: 'Send one to try',
  tryWarn: 'Play: remind',
  tryBreach: 'Play: overdue',
  tried: {
    notice:
      'A notification was sent. Not seen? Allow the browser to notify in the system settings, and end its focus mode',
    sound: 'Playing. Not heard? Check the volume and the output device of the system',
  },
  tryFailed: {
    notice: 'The system refused the notification; allow the browser to notify in its settings',
    sound: 'The browser could not play it; check that a loudspeaker or headset is connected',
  },
  quiet: 'Quiet hours',
  quietHint:
    'No notification and no sound. Whoever still waits when they end comes as one. Icon and title go on as ever',
  quietFrom: 'Quiet from',
  quietTo: 'Quiet until',
  to: 'to',
  toNextDay: 'to, next day,',
  beijing: 'Beijing time',
  quietBad: 'Write a time like 22:00',
  quietSame: 'The two times cannot be the same',
  pauseLabel: 'Do not disturb for a while',
  pause: 'Do not disturb, 15 min',
  pauseHint: 'No notification and no sound for 15 minutes, then as before; the number on the icon goes on',
  paused: (until) => `Quiet until ${until}`,
  endPause: 'End it',
  endPauseHint: (until) => `Do not disturb until ${until}; press to end it now`,
};

export const attentionTexts: Bundle<AttentionTexts> = { 'zh-CN': zh, en };
