/** Wordings of coded cells, first match wins; codes are those of contracts' vocabulary. */
export type CodeWords = [code: string, pattern: RegExp][];

export const FUNDING_SOURCE_WORDS: CodeWords = [
  ['BOND', /专项债|债券/],
  ['MUNICIPAL_FUND', /市级|市财政|市本级/],
  ['CENTRAL_FUND', /中央|国家专项|国债/],
  ['DISTRICT_BUDGET', /区级|区财政|区本级|财政预算|财政资金|财政拨款|街道[^、]*经费|部门预算/],
  ['COOPERATION', /合作|共建|社会资本|企业投资/],
  ['OWN_FUNDS', /自筹|自有|单位经费|企业资金/],
  ['OTHER', /./],
];

export const FUNDING_STATUS_WORDS: CodeWords = [
  ['NONE', /未落实|尚未|没有落实|待落实|^否|无资金|未安排|暂未/],
  ['APPLYING', /申请|争取|待.*批|拟|申报|正在|筹措/],
  ['SELF_RAISED', /自筹/],
  ['APPROVED', /批复|下达|到位|已落实|批准|已拨|已安排|^是|落实/],
  ['BUDGETED', /预算|列入|纳入/],
];

export const ENGAGEMENT_WORDS: CodeWords = [
  ['OPEN_CALL', /揭榜|挂帅|open_call/],
  ['HORSE_RACE', /赛马|horse_race/],
  ['DIRECT', /直接|推荐|对接|比选|洽谈|direct|./],
];
export const SOURCING_WORDS: CodeWords = [['COLLECTED', /征集/], ['DEVELOPED', /开发/], ['EXPANDED', /拓展/]];
export const LEVEL_WORDS: CodeWords = [['MUNICIPAL', /市级/], ['DISTRICT', /区级|县级/]];
export const LIST_TYPE_WORDS: CodeWords = [['OPPORTUNITY', /机会/], ['SCENARIO', /场景/]];
export const VISIBILITY_WORDS: CodeWords = [['INTERNAL', /内部|不公开|否|内/], ['PUBLIC', /公开|是/]];

export const KIND_WORDS: CodeWords = [
  ['SOLUTION', /解决方案|方案|solution/],
  ['SERVICE', /服务|service/],
  ['PRODUCT', /产品|软件|平台|系统|装备|硬件|product/],
  ['TECHNOLOGY', /技术|算法|成果|technology/],
];
export const SIZE_WORDS: CodeWords = [
  ['LARGE', /^大|大型|large/],
  ['MEDIUM', /^中(?!小)|中型|medium/],
  ['SMALL', /^小|小型|中小|small/],
  ['MICRO', /^微|微型|micro/],
];
