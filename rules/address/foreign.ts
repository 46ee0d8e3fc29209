/** An address abroad begins with its country; what follows must not be read as a Chinese district (大阪市中央区). */
export const foreign =
  /^\s*(?:日本|韩国|朝鲜|美国|英国|法国|德国|俄罗斯|意大利|西班牙|葡萄牙|加拿大|澳大利亚|澳洲|新西兰|新加坡|马来西亚|泰国|越南|印度尼西亚|印尼|印度|菲律宾|缅甸|柬埔寨|老挝|蒙古国|哈萨克斯坦|巴西|墨西哥|阿根廷|荷兰|比利时|瑞士|瑞典|挪威|芬兰|丹麦|奥地利|波兰|乌克兰|土耳其|埃及|南非|阿联酋|沙特)(?!城|村|街|路|红|小镇|馆|风情|花园)/;
