import './ribbon.css';

/** The strip that says this is no marketplace. It takes its own room above the page, so it covers nothing. */
export function showRibbon(text: string): void {
  const ribbon = document.createElement('div');
  ribbon.className = 'practice-ribbon';
  ribbon.setAttribute('role', 'note');
  const badge = document.createElement('b');
  badge.textContent = '练习页';
  const note = document.createElement('span');
  note.textContent = text;
  ribbon.append(badge, note);
  document.body.prepend(ribbon);
}
