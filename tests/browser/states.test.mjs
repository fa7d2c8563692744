// For every code and state of 双随机、一公开 a reader finds its words on a page: first on the demo site; and on the site of
// all states (tests/states_site), which also shows what no spreadsheet brings about, on exactly the page where it belongs.
import assert from 'node:assert/strict';
import { readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { kindOf } from './kinds.mjs';
import { eachPage, openBrowser, serveSite, siteFiles, siteFolder } from './portal.mjs';

const statesFolder = realpathSync(process.env.GONGSHI_STATES_SITE
  ?? resolve(fileURLToPath(import.meta.url), '../../../build/states'));
let demo, states, browser;

before(async () => {
  [demo, states] = await Promise.all([serveSite(), serveSite(statesFolder)]);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  demo?.stop();
  states?.stop();
});

/** Page → the text a reader sees of its main part. */
async function readersSee(base, pages) {
  const texts = new Map();
  await eachPage(browser, base, [...new Set(pages)], {}, async (tab, page) => texts.set(page, await tab.locator('main').innerText()));
  return texts;
}

const results = {
  八种常用结果: ['未发现问题', '未按规定公示应当公示的信息', '公示信息隐瞒真实情况、弄虚作假', '通过登记的住所（经营场所）无法联系', '发现问题已责令改正',
    '不配合检查情节严重', '未发现开展本次抽查涉及的经营活动', '发现问题待后续处理'],
  状态类结果: ['已关闭停业或正在组织清算', '注销', '被吊销', '被撤销', '迁出', '暂停营业', '被吊销许可'],
  部门类结果: ['违反食品药品管理相关规定', '违反质量技术监督相关规定', '违反其他部门相关规定', '违反其他工商行政管理规定行为', '违反公安部门相关规定'],
};
// [what, words, kind of page on which the demo has them]
const onDemo = [
  ...Object.entries(results).flatMap(([what, terms]) => terms.map((term) => [what, `检查结果：${term}`, 'result'])),
  ['几类结果并列', '未按规定公示应当公示的信息；发现问题已责令改正', 'result'],
  ...['未开始', '进行中', '已完成', '逾期', '取消'].map((state) => ['任务进展', state, 'list of tasks']),
  ['临时任务或年度计划', '年度计划', 'data dictionary|field of the data dictionary'],
  ...['未录入', '待审核', '审核退回', '不通过', '已公示'].map((state) => ['审核状态', state, 'data dictionary|field of the data dictionary']),
  ['审核状态的意思', '待审核', 'guide'],
  ['后续处置', '未完结', 'open follow-ups'], ['后续处置', '逾期', 'open follow-ups'], ['后续处置', '已完结', 'closed follow-ups'],
  ['后续处置', '个工作日）', 'open follow-ups'], ['后续处置', '按期', 'closed follow-ups'],
  ...['转办', '移送', '抄告', '移送司法机关', '立案'].map((state) => ['线索移交', state, 'result']),
  ['计划有效性', '现行有效', 'edition of a plan'], ['计划有效性', '已有新版本', 'edition of a plan'], ['计划有效性', '已废止', 'edition of a plan'],
  ['公开方式', '主动公开', 'edition of a plan'], ['公开方式', '依申请公开', 'data'], ['公开方式', '不予公开', 'data'],
  ['公示期限', '按期', 'result'], ['公示期限', '逾期 ', 'result'], ['认领确认期限', '认领确认是否按期', 'draw'], ['认领确认期限', '没有规则规定认领确认的期限', 'draw'],
  ['未完成事项的期限', '还有 ', 'deadlines'], ['未完成事项的期限', '已过 ', 'deadlines'], ['工作日历', '国办发明电〔2025〕7号', 'deadlines'], ['公示期限', '未到期', 'draw'], ['公示期限', '逾期未公开', 'draw'],
  ['名单', '名单已公开', 'list of draws'], ['名单', '名单待公开', 'list of draws'], ['名单', '名单不公开', 'list of draws'],
  ['名单', '不予公开', 'draw'], ['名单', '结果已公开', 'draw'],
  ['签字', '拒绝签字', 'result'], ['配合', '拒绝接受抽查', 'result'], ['配合', '隐瞒真实情况', 'result'], ['配合', '弄虚作假', 'result'],
  ...['实地检查', '书面检查', '行政部门检查结果或专业意见', '检验检测', '网络监测'].map((method) => ['核查方式', method, 'result']),
  ['抽查类型', '定向', 'draw'], ['抽查类型', '不定向', 'draw'],
  ...['随机匹配', '直接委派', '邻区匹配'].map((way) => ['人员匹配', way, 'draw']),
  ['事项类别', '重点检查事项', 'edition of an item list'], ['事项类别', '一般检查事项', 'edition of an item list'],
  ['公示期满', '公示期已于', 'result'], ['公示期满', '公示期已于', 'penalty'], ['撤销的处罚', '撤回', 'penalty'],
  ['更正', '更正前', 'result'], ['企业陈述', '企业陈述，未经核实', 'result'], ['企业陈述', '企业陈述，未经核实', 'enterprise'],
  ['异议', '该记录正在异议处理中', 'result'], ['异议', '异议已答复：不成立', 'result'], ['异议标注', '超过期限才标注', 'result'],
  ['撤回', '检查对象登记错误', 'result'], ['作废方案', '这一版已于2026年7月15日作废', 'edition of a plan'],
  ['公示期', '到期自动停止公示', 'penalty'], ['公开日志', '第2次发布', 'log of a month'], ['不公开的依据', '条例第十五条', 'what is not public'],
  ...['企业', '个体工商户', '农民专业合作社'].map((kind) => ['检查对象类别', kind, 'enterprise']),
  ...['产品', '项目', '行为'].map((kind) => ['检查对象类别', kind, 'object without a code']),
  ['从未抽中', '至今没有被抽中过', 'enterprise'], ['抽中、结果未公开', '检查结果还没有公开', 'enterprise'],
];

test('the demo site says every code and state in words that a reader sees', async () => {
  const pages = Map.groupBy ? Map.groupBy(siteFiles('.html'), kindOf) : siteFiles('.html')
    .reduce((kinds, page) => kinds.set(kindOf(page), [...(kinds.get(kindOf(page)) ?? []), page]), new Map());
  const plain = new Map();
  const textOf = (page) => {
    if (!plain.has(page)) {
      const html = readFileSync(join(siteFolder, page), 'utf8');
      plain.set(page, html.slice(html.indexOf('<main'), html.indexOf('</main>')).replace(/<[^>]*>/g, '').replaceAll('&#x2F;', '/'));
    }
    return plain.get(page);
  };
  const missing = [], found = [];
  for (const [what, words, kind] of onDemo) {
    const page = kind.split('|').flatMap((one) => pages.get(one) ?? []).find((one) => textOf(one).includes(words));
    if (page) found.push([what, words, page]);
    else missing.push(`${what}: “${words}” on no page of the kind “${kind}”`);
  }
  const seen = await readersSee(demo.address, found.map(([, , page]) => page));
  for (const [what, words, page] of found)
    if (!seen.get(page).includes(words)) missing.push(`${what}: “${words}” cannot be seen on ${page}`);
  assert.deepEqual(missing, []);
});

// address on the site of all states → what it says
const onStates = {
  'plans/2/0/index.html': ['已失效', '有效期至2024年6月30日', '成文日期'],
  'plans/2/1/index.html': ['已撤回', '本条信息已于2024年5月6日撤回', '公开了不应公开的内容'],
  'plans/2/2/index.html': ['现行有效', '现行的调整'],
  'plans/2/3/index.html': ['已废止', '这一版已于2024年7月15日作废', '抽查事项已取消', '现行的是第2次调整', '仍然保留'],
  'plans/2/2/from-1.html': ['其中一版已经撤回，不再对比'],
  'plans/2/index.html': ['看现行版本：第2次调整', '本版已撤回'],
  'plans/1/0/index.html': ['更正计划版本', '甲双随机办〔2024〕2号', '已有新版本'],
  'plans/1/1/index.html': ['异议已答复：成立', '哪一行', '第 1 行', '抽查比例', '3%'],
  'tasks/301/index.html': ['未开始', '暂定', '2025年3月1日'],
  'tasks/302/index.html': ['进行中', '2024年12月31日', '还有 41 天', '截至2024年11月20日'],
  'tasks/303/index.html': ['已完成'],
  'tasks/304/index.html': ['逾期', '已过 20 天', '截至2024年11月20日', '规范 第十条'],
  'tasks/305/index.html': ['取消'],
  'tasks/310/index.html': ['临时任务（不在年度计划内）'],
  'draws/401/index.html': ['名单将在2024年12月1日公开'],
  'draws/402/index.html': ['名单按规定不公开'],
  'draws/403/index.html': ['还没有收到名单'],
  'draws/404/index.html': ['本条信息已于2024年5月7日撤回', '抽取程序有误，重新抽取'],
  'draws/405/index.html': ['未到期', '暂定', '逾期未公开', '没有期限规定', '不予公开'],
  'draws/411/index.html': ['已承诺，待抽取', '请记下抽取编号', '还没有登记', '现在还不能回答'],
  'draws/412/index.html': ['已抽取，名单待公开', '改派检查人员 1 次', '名单已经锁定'],
  'draws/413/index.html': ['名单已公开，可核验', '抽取以后替补 1 户', '没有配齐检查人员的名额 1 个', '候选人员不足四人的名额 3 个', '票号的分布'],
  'draws/413/pool/2.html': ['抽中，第', '没抽中，候补第', '不参加：已登记歇业', '不参加：本年度已经检查过'],
  'draws/414/index.html': ['名单已公开，部分可核验', '公众不能核对', '审计和监督机关', '仍会有人去猜它的分类', '凭条'],
  'draws/415/index.html': ['已中止', '甲双随机办令〔2024〕1号', '与另一次抽取对照', '只在前一次的', '没有按它检查的名单'],
  'draws/416/index.html': ['名单已公开，可核验', '与另一次抽取对照', '同一任务的前一次抽取：中止的抽取'],
  'draws/417/index.html': ['已取消', '取消也占一个序号', '没有名单'],
  'draws/418/index.html': ['逾期未公开', '名单应当在2023年12月31日前公开'],
  'draws/offices/999901-SCJG/2023/index.html': ['公布承诺', '逾期未公开', '被排除而本会抽中', '没有配齐的名额'],
  'draws/index.html': ['逾期未公开的抽取 1 项', '名单待公开', '名单不公开', '到期未收到名单', '已撤回', '名单已公开'],
  'results/by-id/1/1024.html': ['拒绝签字'],
  'results/by-id/1/1025.html': ['拒绝接受抽查'],
  'results/by-id/1/1026.html': ['隐瞒真实情况'],
  'results/by-id/1/1027.html': ['弄虚作假'],
  'results/by-id/1/1029.html': ['实地检查', '书面检查', '行政部门检查结果或专业意见', '检验检测', '网络监测', '委托专业机构辅助'],
  'results/by-id/1/1030.html': ['未按规定公示应当公示的信息；发现问题已责令改正'],
  'results/by-id/1/1031.html': ['按期', '未完结'],
  'results/by-id/1/1032.html': ['逾期 21 天（', '已完结'],
  'results/by-id/1/1033.html': ['逾期'],
  'results/by-id/1/1034.html': ['未到期', '暂定'],
  'results/by-id/1/1035.html': ['缺少日期，无法判断'],
  'results/by-id/1/1036.html': ['本条信息已于2024年6月1日撤回', '处罚决定被依法撤销', '撤回后只保留编号、日期和原因'],
  'results/by-id/1/1037.html': ['公示期已于2024年9月30日届满'],
  'results/by-id/1/1038.html': ['更正：', '检查日期录入有误'],
  'penalties/601.html': ['本条信息已于2024年8月11日撤回', '经行政复议撤销'],
  'penalties/602.html': ['公示期已于2024年10月1日届满'],
  'penalties/603.html': ['公示到2027年5月1日', '到期自动停止公示', '信用修复管理办法'],
  'penalties/95.html': ['异议已答复：不成立', '超过期限才标注', '更正前', '5000'],
  'results/by-id/0/81.html': ['该记录正在异议处理中', '受理编号 YY2024-1', '在期限内标注', '逾期还没有标注', '本页内容更正过 3 次',
    '旧的内容', '新的内容', '（原为空）', '（已删去）', '更正前的内容依法不公开', '更正后续处置', '企业陈述，未经核实', '改正材料已于当天送交',
    '这份陈述已于2024年10月30日撤回'],
  'results/by-id/0/80.html': ['异议已答复：部分成立', '日期已更正'],
  'results/by-id/1/1039.html': ['公示到2025年4月2日'],
  'item-lists/2/0/index.html': ['更正清单版本'],
  'draws/6/index.html': ['该记录正在异议处理中', '还没有到期', '更正抽取'],
  'tasks/5/index.html': ['更正抽查任务', '3%'],
  'changes/index.html': ['公布', '更正', '撤回', '作废', '公示期满', '企业陈述', '异议受理', '异议答复', '2024年7月'],
  'changes/2024-08/index.html': ['检查结果 12 条', '经行政复议撤销', '第1次发布'],
  'changes/offices/999902/index.html': ['这个区县还没有公布过内容'],
  'withheld/index.html': ['条例第十四条', '条例第十五条', '条例第十六条', '条例第二十七条', '怎样申请公开', '不分区县'],
  'follow-ups/index.html': ['未完结', '逾期', '异议处理中'],
  'follow-ups/closed/index.html': ['逾期 21 天（'],
  'data/index.html': ['涉及商业秘密', '不予公开：正在办理的行政执法案卷信息'],
  'offices/999902/index.html': ['还没有公开的抽查计划', '还没有公开的抽取', '还没有公开的检查结果'],
  'offices/999901/departments/7/index.html': ['未完结的后续处置'],
  'index.html': ['抽取日期，未注明公开日期', '逾期未公开的抽取 1 项', '这些抽取可以自己核验'],
};

test('every state, also those no spreadsheet brings about, is said on the page where it belongs', async () => {
  const missing = [];
  const seen = await readersSee(states.address, Object.keys(onStates));
  for (const [page, words] of Object.entries(onStates))
    for (const word of words) if (!seen.get(page).includes(word)) missing.push(`${page}: “${word}”`);
  assert.deepEqual(missing, []);
});

test('each outcome of the code table has a page that lists its results', async () => {
  const lists = siteFiles('.html', statesFolder).filter((page) => page.startsWith('results/by-outcome/'));
  const seen = [...(await readersSee(states.address, lists)).values()];
  const missing = Object.values(results).flat()
    .filter((term) => !seen.some((text) => text.includes(`检查结果：${term}\n`) && /共 [1-9]\d* 条/.test(text)));
  assert.deepEqual(missing, []);
});

test('the three empty states are three different sentences, never a bare “无数据”', async () => {
  const enterprises = siteFiles('.html', statesFolder).filter((page) => page.startsWith('enterprises/'));
  const pageOf = (code) => enterprises.find((page) => page.endsWith(`/${code}.html`));
  const seen = await readersSee(states.address, [pageOf('o510'), pageOf('o500'), '404.html']);
  assert.match(seen.get(pageOf('o510')), /至今没有被抽中过。未被抽中不代表检查结论/);
  assert.match(seen.get(pageOf('o500')), /检查结果还没有公开。应在2025年1月20日前公开（暂定）。结果公开之前，不代表任何检查结论/);
  assert.match(seen.get('404.html'), /网址可能抄错了，或者这一页从来没有过/);
  for (const page of siteFiles('.html', statesFolder))
    assert.ok(!readFileSync(join(statesFolder, page), 'utf8').includes('无数据'), page);
});
