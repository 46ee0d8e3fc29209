/**
 * Words that people who build pages put into class names, ids and attributes. A name made of these says nothing of a
 * buyer; any other word in a name might be a login (content/site-map/report/blank-name.ts).
 */
const words = `
a b c d e f g h i j k l m n o p q r s t u v w x y z
ad ai by db do el fe go id im in io is it ks lg lt md mt mb ml mr my no of ok on or os pa pb pc pd pl pr px py qa qn qr
rc rt sb sc se sl sm so sp ss st sx tb tc td th tm to tr tx ui up us vp vt vm wd wl wm wp ww xl xs yx zh
abs account accordion action actions active activity actor add addr address admin advance affix after agent air alert
alias align all allot allow amount anchor angle anim animate animated answer ant api app appeal append apply arco area
arrow article aside ask assign async at attach attr audit auto auxo avatar away back background badge balance banner bar
base basic batch before begin below beside between bill bind bk block blue board body bold book boolean border bot both
bottom bound box brand bread breadcrumb break brief btn bubble bulk button buttons buy buyer cache calendar call cancel
caption card cards carousel carrier cart cascader case cashier cat category cell cells center chain change channel chat
check checkbox checked child chip choice choose chosen circle city class clean clear click clickable client clip clipboard
close closed cloud code col collapse color colour column columns combo comm comma comment comments common comp compact
complete component components con cond config confirm connect cons consign consignee console constrain consult cont contact
contacts container content contents context control cookie copy core corner count counter country county coupon courier
cover create created cs css cur current cursor custom customer cut danger dark dash data date datetime day days dd deal
dealt declare default defer del delay delete deliver delivered delivery demo desc describe description desk detail details
dev device dialog diff dingdong dir direct disable disabled discount dismiss display dispute dist district div divider doc
document done dot dots double down download draft drag draggable drawer drop dropdown dt due duration dynamic each easy
edge edit edited editor elem element ellipsis em embed emoji empty enable enabled end enter entry env error even event evt
exception exclude exp expand expanded expire explain export express ext extend extra face fade fail failed false family fast
fav favorite feed feedback fetch field fields figure file fill filled filter filters find first fit fix fixed flag flat flex
float floor flow focus focused fold font foot footer for force form format formal forward frame free freight from front full
func fusion gap gender get gift global goods grade gray green grid group groups grow guide gutter half hand handle has hash
head header headers heading height help hidden hide high highlight hint history hit holder home hook horizontal host hot hour
hours hover html icon iconfont icons identity image images img imgs inactive inbox include index info infos init inline inner
input inputs insert inside instance int invalid inverse invoice issue item items jd jdm join jump justify keep key keyword
kind label labels lang large last late layer layout lazy lbl left legend len length letter level light like limit line
linear lines link links list lists live load loaded loading local locale lock locked log logistics logo long low main major
mall manage manager map mark marker mask master match max media medium member memo menu merchant merge message messages meta
method mid middle min mini minute minus mobile mod modal mode model modify module mods money month more morder morph mounted
move msg msgs multi multiple must mute name names nav navi navigation negative new next nick nickname nickn night nil node
none normal not note notes notice notify now nowrap null num number numbers obj odd off offer offline offset old once one
onemsg online only opacity open oper operate operation opt option optional options order orders org origin other out outer
outline over overdue overflow overlay own owner pack package pad padding page pager pages pagination paid pair pane panel
paper parent part party pass patch path pause pay paying payment payments pell pending people percent perform person phone
photo pic pick picker picture pin pinned place placeholder plain plan platform play please plugin plus point pointer pop
popconfirm popover popup portal pos position post pre prefix preview prev previous price prices pricing primary print prior
private pro process product products profile progress promise promo promotion prompt prop props prov province public publish
pull purchase push put qty quantity query question quick quill quote radio random range rank rate rating ratings ratio raw
reach react read reader ready real reason receipt receive receivables received receiver recent recommend record red redo ref
refresh refund refunds refuse region reject rel relative remain remark remarks remind remove render rep repeat replace reply
report request require required reset resize resource rest result results return returned returns reverse review reviews
rich right role root rotate round route router row rows rule ruler run safe sale sales same save scale scan schedule scope
scroll scrollable scrollbar search second seconds section seed seek segment sel select selectable selected selection selector
self sell seller semi send sendbox sender sending sent sep separator serial serve server service session set setting settings
shadow shape share sheet shell ship shipment shipped shipping shop short show shown side sidebar sider sign signal simple
single site size skeleton skin skip sku skus slice slide slider slot small smart snap social sold solid some sort source space
span spec specs spin spinner split spu stack staff standard star stars start stat state static station stats status step
steps sticky stock stop store stretch string strip strong style sub subject submit subtitle success suffix sum summary
super support switch symbol sys system tab table tables tabpane tabs tag tags tail target task tb tbody team tel temp template
term test text textarea tfoot thead theme thin third thumb thumbnail time timeline timer times tip tips title tm toast today
toggle token tool toolbar tools tooltip top total touch track tracking trade trans transfer transition transparent tree
trigger true tui txt type under undo unit unread unreply unselect up update upload upper url use user users valid value
values variant vertical video view viewer viewport virtual visible visit vue wait waiting wangwang want warn warning way web
week weight white wide width window wing with word words work workbench worker workspace wrap wrapper write year yellow zero
zone zoom
tabindex contenteditable aria colspan rowspan expanded haspopup controls labelledby describedby hasPopup live atomic
checkbox radio listbox listitem combobox presentation dialog grid gridcell rowgroup columnheader rowheader img navigation
banner complementary contentinfo region tablist tabpanel treeitem textbox searchbox button submit reset hidden password
number tel url email file image color range polite assertive
`;

export const structureWords: ReadonlySet<string> = new Set(
  words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== ''),
);
