import { describe, expect, it } from 'vitest';
import { classShape } from '../../../content/picker/class-shape.ts';

const kindsOf = (names: string): string[] => names.trim().split(/\s+/);

describe('names people wrote are plain', () => {
  it.each(
    kindsOf(`
    order-id order-info-btn shop-order-id user-pin cons-name-text cons-mobile-phone-text sku-info-list__item card
    card-left__desc orderNo buyerNick trade-order-main item-title goodsName price-box logistics dingdan-hao shouhuo
    shop-overflow-tooltip__content jd-pro-card-table table-body chat-item-box onemsg msg-content replyTextarea
    send-btn history-box alluser-item alluser-item-name t-chat-scroll EditorContent pell-editor-wrapper ant-table-row
    ant-input el-table__row next-table-cell next-btn MuiTypography-root trade_list tradeList order2 step1 h5Page
    b2c-order i18n-text orderID skuId txt img-wrap hd bd shdz ddh userName toTop goods_list bubble rate-star
    deliver-info promise-out-ship-date remark-cell__text ww-inline message__content message_left conversation-item
    订单号 ql-editor vxe-body--row block__element--modifier sold-container address-detail consignee pay-amount
  `),
  )('%s', (name) => expect(classShape(name)).toEqual({ kind: 'plain' }));
});

describe('a hash or a version behind a word leaves the word', () => {
  it.each([
    ['orderCard--x7Kd2', 'orderCard--'],
    ['conversation-item--JReyg97P', 'conversation-item--'],
    ['message-list-reverse--x9aBc', 'message-list-reverse--'],
    ['sendbox-bottom--O2c5fyIe', 'sendbox-bottom--'],
    ['item-mod__trade-order___2LnGB', 'item-mod__trade-order___'],
    ['buyer-mod__name___S9vit', 'buyer-mod__name___'],
    ['price-mod__price___3Un7c', 'price-mod__price___'],
    ['production-mod__sku-item___3s6lG', 'production-mod__sku-item___'],
    ['sol-mod__no-br___1FsWT', 'sol-mod__no-br___'],
    ['logic_specsWrapper__1qPqd', 'logic_specsWrapper__'],
    ['BTN_outerWrapper_4-103-1', 'BTN_outerWrapper_'],
    ['ST_dropdownPanel_4-103-1', 'ST_dropdownPanel_'],
    ['CBX_input_5-117-0', 'CBX_input_'],
    ['TAB_capsule_5-118-0', 'TAB_capsule_'],
    ['BeastInput___input___1TtTZ', 'BeastInput___input___'],
    ['conversationCard-ePRNJi', 'conversationCard-'],
    ['msgContent-JqEWJs', 'msgContent-'],
    ['styles_header__a8F3c', 'styles_header__'],
    ['_row_x7k2d_13', '_row_'],
    ['order-list-item-3', 'order-list-item-'],
    ['row_12', 'row_'],
    ['index-module__card--Zk93a', 'index-module__card--'],
    ['buyerName_3fKq9', 'buyerName_'],
    ['tradeList__q1w2e3', 'tradeList__'],
    ['amount-7f3a9c', 'amount-'],
    ['makeStyles-root-12', 'makeStyles-root-'],
    ['cmt_k2j9xq', 'cmt_'],
    ['detail___Vb4Xs', 'detail___'],
    ['orderStatus--3Gh1L', 'orderStatus--'],
    ['nick--ab3xk4', 'nick--'],
  ])('%s → %s', (name, stem) => expect(classShape(name)).toEqual({ kind: 'prefix', stem }));
});

describe('names nobody wrote are opaque', () => {
  it.each(
    kindsOf(`
    Ie29C7uLyEjZzd8JeS8A iD7SHBvMhm4OhfCsBGr1 css-1x2y3z css-1q8eqwl-Button css-dev-only-do-not-override-1hyej8k sc-bdVaJa
    sc-gTgzIj sc-1a2b3c4-0 jss123 jsx-2381930012 emotion-0 svelte-1tky8bj astro-j7pv25f6 ng-tns-c12-3 ember482 _1x9Kd8fQzP03mTnW_aGh
    a8F3cK2 x7k2d9 bdVaJa ePRNJi d41d8cd98f r-1awozwy data-v-7ba5bd90 kQzXwv XyZ12aB qzxwvk gXcVbN order20260908
  `),
  )('%s', (name) => expect(classShape(name)).toEqual({ kind: 'opaque' }));
});

describe('names that say only how a thing looks are utilities', () => {
  it.each(
    kindsOf(`
    mt-4 px-2 p-0 -mt-2 flex flex-1 w-full h-10 text-sm text-center bg-red-500 md:flex hover:bg-white w-[12px] items-center
    justify-between gap-2 rounded-lg border-gray-200 font-bold clearfix pull-left fl fr mt10 mr20 col-6 ant-col-12 d-flex
    overflow-hidden whitespace-nowrap truncate relative block cursor-pointer
  `),
  )('%s', (name) => expect(classShape(name)).toEqual({ kind: 'utility' }));
});

describe('names that say how a thing is just now are states', () => {
  it.each(
    kindsOf(`active selected is-current has-unread item-active row-selected hover disabled open hidden unread cur last
    alluser-item_checked tab-item-active loading expanded on`).filter(
      (name) => name !== 'alluser-item_checked',
    ),
  )('%s', (name) => expect(classShape(name)).toEqual({ kind: 'state' }));
});
