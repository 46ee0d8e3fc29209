import { address, NEW_YEAR, type ReadingView } from '../view.ts';

const orders = 'https://mms.pinduoduo.com/orders/list?msfrom=mms_sidenav&tab=0';

/** Layout → its parameters: the three recorded forms, and the testids in one tbody and under another build's names. */
const layouts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  testid: {},
  'testid, one tbody': { form: 'flat' },
  'testid rotated': { layout: 'rotated' },
  '2022': { layout: '2022' },
  '2021': { layout: '2021' },
};

const each = (
  name: string,
  params: Readonly<Record<string, string | number>>,
  some: readonly string[] = Object.keys(layouts),
): ReadingView[] =>
  some.map((layout) => ({
    name: `pdd-orders${name}`,
    layout,
    url: address(orders, { ...layouts[layout], ...params }),
  }));

/** What differs in how values are written is read once in each recorded form, what differs in time once. */
const forms = ['testid', '2022', '2021'];

export const pddOrdersViews: readonly ReadingView[] = [
  ...each('', {}).map(
    (view): ReadingView => ({
      ...view,
      steps: [
        {
          name: '查看 on two orders',
          act: (page) =>
            page.evaluate(
              'void [practice.reveal(practice.shown()[0]), practice.reveal(practice.shown()[3])]',
            ),
        },
        {
          name: 'a status changed, every row made anew',
          act: (page) =>
            page.evaluate(
              'void [practice.change(practice.shown()[1], { status: "closed" }), practice.refresh()]',
            ),
        },
      ],
    }),
  ),
  ...each(' without phones', { phone: 0 }, forms),
  ...each(' at New Year, times short', { times: 'short', now: NEW_YEAR }, forms),
  ...each(', times in words', { times: 'words' }, ['testid']),
  ...each(' arriving late', { late: 400 }, ['testid']),
  ...each(', none', { rows: 0 }, forms),
  ...each(', 2000', { rows: 2_000 }, forms),
];
