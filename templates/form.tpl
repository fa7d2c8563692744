{{%AUTOESCAPE context="HTML"}}
<h1><bdi>{{FORM_TITLE}}</bdi> <span class="edition">{{PERIOD}}</span></h1>
<p class="downloads"><a href="{{XLSX_HREF}}" download>下载本表和各数字的明细（XLSX）</a>；也可以直接打印本页（A4，一张）。</p>
{{#RUNNING}}<p class="notice">这个月还没有结束，数字会随以后的发布变化。</p>
{{/RUNNING}}<div class="report-line"><span>单位名称（盖章）：<i class="rule"></i></span><span>填表时间：<i class="rule short"></i>年<i class="rule shorter"></i>月<i class="rule shorter"></i>日</span></div>
{{>ROWS}}
<div class="report-line"><span>联系人：<i class="rule short"></i></span><span>联系电话：<i class="rule short"></i></span><span>手机：<i class="rule short"></i></span></div>
<p class="quiet small">栏 4b 至 4e 和 5 由本站从公开数据算出：抽取按抽取日期计，结果按公示日期计，不予公开、已撤回和公示期满的不计；其余各栏没有公开数据，由填表人填写。</p>
<section class="behind" aria-labelledby="draws"><h2 id="draws">本月的抽取</h2>
{{#DRAWS_PART}}{{#NO_DRAWS}}<p class="empty">本月没有公开的抽取。</p>
{{/NO_DRAWS}}{{>DRAWS}}
{{#LEFT_OUT}}<p>{{LEFT_OUT}}</p>
{{/LEFT_OUT}}{{/DRAWS_PART}}</section>
<section class="behind" aria-labelledby="problems"><h2 id="problems">发现问题的检查对象</h2>
{{#PROBLEMS_PART}}{{#NO_PROBLEMS}}<p class="empty">本月公示的结果里，没有发现问题的。</p>
{{/NO_PROBLEMS}}{{>PROBLEMS}}
{{#LEFT_OUT}}<p>{{LEFT_OUT}}</p>
{{/LEFT_OUT}}{{/PROBLEMS_PART}}</section>
<section class="behind" aria-labelledby="items"><h2 id="items">检查事项</h2>
<p>本月的抽取所在任务写到的事项，和本月公示的结果写到的事项；大项是公开的事项清单里的“抽查类别”。</p>
{{#ITEMS_PART}}{{#NO_ITEMS}}<p class="empty">本月的数据没有写明检查事项。</p>
{{/NO_ITEMS}}{{>ITEMS}}
{{#LEFT_OUT}}<p>{{LEFT_OUT}}</p>
{{/LEFT_OUT}}{{/ITEMS_PART}}</section>
<section class="behind" aria-labelledby="units"><h2 id="units">开展的单位</h2>
<p>检查户次：同一户在一次抽取、一项任务里，几个部门一起查的，每个部门都算参加了一次。</p>
{{#UNITS_PART}}{{#NO_UNITS}}<p class="empty">本月没有单位公开抽取或者检查结果。</p>
{{/NO_UNITS}}{{>UNITS}}
{{#LEFT_OUT}}<p>{{LEFT_OUT}}</p>
{{/LEFT_OUT}}{{/UNITS_PART}}</section>
