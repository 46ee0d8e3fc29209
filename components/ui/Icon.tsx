/** Our own line icons on a 16 px grid. They carry no meaning alone: the control around them has the name. */
const shapes = {
  chat: 'M2.5 3.5h11v7.5h-6l-3 2.5v-2.5h-2z',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 4.8V8l2.2 1.6',
  list: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01',
  price: 'M2.5 8.2V2.5h5.7l5.3 5.3-5.7 5.7zM5.4 5.4h.01',
  chart: 'M2.5 13.5h11M4.5 11V8M8 11V3.5M11.5 11V6',
  star: 'M8 2.2l1.8 3.7 4 .5-3 2.8.8 4L8 11.2l-3.6 2 .8-4-3-2.8 4-.5z',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.4 10.4l3.1 3.1',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  jump: 'M8 2v2.5M8 11.5V14M2 8h2.5M11.5 8H14M8 5.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8z',
  fill: 'M2.5 13.5h11M8 2.5v7M5 7l3 3 3-3',
  redo: 'M13 4v3.5H9.5M13 7.5A5.3 5.3 0 1 0 11.6 12',
  undo: 'M3 4v3.5h3.5M3 7.5A5.3 5.3 0 1 1 4.4 12',
  pin: 'M5.5 2.5h5l-.6 4.6 2.1 2.4H4l2.1-2.4zM8 9.5v4',
  image: 'M2.5 3h11v10h-11zM2.5 11l3.2-3.4 2.6 2.6 2-2 3.2 3.3M10.6 5.7h.01',
  gear: 'M8 5.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8zM8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M12.4 3.6 11 5M5 11l-1.4 1.4',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  collapse: 'M6 3.5L10.5 8 6 12.5',
  down: 'M3.5 6L8 10.5 12.5 6',
  up: 'M3.5 10L8 5.5l4.5 4.5',
  left: 'M10 3.5L5.5 8 10 12.5',
  right: 'M6 3.5L10.5 8 6 12.5',
  plus: 'M8 3v10M3 8h10',
  edit: 'M3 13l.6-2.8L10.8 3 13 5.2l-7.2 7.2zM9.4 4.4l2.2 2.2',
  trash: 'M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.7 9h6.6l.7-9M6.7 7v4M9.3 7v4',
  grip: 'M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  alert: 'M8 2.2l6.2 11.3H1.8zM8 6.5v3.2M8 11.6h.01',
  truck:
    'M1.8 4h7.4v7H1.8zM9.2 6.5h3l2 2.2V11h-5zM4.6 13.2a1.2 1.2 0 1 0 0-2.4 1.2 1.2 0 0 0 0 2.4zM11.4 13.2a1.2 1.2 0 1 0 0-2.4 1.2 1.2 0 0 0 0 2.4z',
  person: 'M8 2.5a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4zM2.8 13.5c.5-2.6 2.5-4 5.2-4s4.7 1.4 5.2 4',
  eye: 'M1.6 8S4 3.8 8 3.8 14.4 8 14.4 8 12 12.2 8 12.2 1.6 8 1.6 8zM8 6.3a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4z',
  map: 'M2 4l4-1.5 4 1.5 4-1.5v9.5l-4 1.5-4-1.5-4 1.5zM6 2.5V12M10 4v9.5',
  bag: 'M3 5.8h10l.8 7.7H2.2zM5.5 7.5V4.6a2.5 2.5 0 0 1 5 0v2.9',
  box: 'M2.5 5L8 2.2 13.5 5v6L8 13.8 2.5 11zM2.5 5L8 7.8 13.5 5M8 7.8v6',
  bell: 'M4 11V7a4 4 0 0 1 8 0v4l1 1.2H3zM6.8 14h2.4',
  'bell-off': 'M5.2 4.2A4 4 0 0 1 12 7v3M4 6.6V11l-1 1.2h8.5M6.8 14h2.4M2.5 2.5l11 11',
  power: 'M8 2v5.5M4.6 4.3a5 5 0 1 0 6.8 0',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="sb-icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
