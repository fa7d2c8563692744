{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<p class="lead">截至{{AS_OF}}。每张图下面有同样数字的表格，数字可以点开看是哪些。</p>
<section aria-labelledby="tasks"><h2 id="tasks">任务进展</h2>
<p>计划和临时安排的全部任务。“已完成”是指被抽中的都已公开结果（没有公开抽取的任务：计划时间已过，并且有公开的结果），“逾期”是指超过计划或规则的期限还没有完成，“取消”是指计划调整后不再开展。定义见数据字典：<a href="{{ROOT}}data/fields/task/state.html">任务的进展</a>。</p>
{{>TASKS}}
</section>
<section aria-labelledby="plans"><h2 id="plans">计划完成进度</h2>
<p>每个计划的任务里，已完成的有几项；取消的任务不计。外框是全部任务，实心部分是已完成。定义见数据字典：<a href="{{ROOT}}data/fields/task/state.html">任务的进展</a>。</p>
{{>PLANS}}
</section>
<section aria-labelledby="drawn"><h2 id="drawn">被抽中户次</h2>
<p>同一户在几次抽取中被抽中，算几次。不予公开的不计。定义见数据字典：<a href="{{ROOT}}data/fields/draw/listed.html">名单公开户数</a>。</p>
{{>DRAWN}}
</section>
<section aria-labelledby="coverage"><h2 id="coverage">抽查覆盖</h2>
<p>名录中的检查对象（按所在区县），有过公开检查结果的占多少。外框是名录中全部对象，实心部分是检查过的。名录是现在公开的名录，不是年初的名录，所以这里不是文件规定的年度抽查比例。定义见数据字典：<a href="{{ROOT}}data/fields/enterprise/inspected.html">检查次数</a>。</p>
{{>COVERAGE}}
</section>
<section aria-labelledby="outcomes"><h2 id="outcomes">检查结果分类</h2>
<p>一户在一项任务里对一个事项的结论算一条。已撤回、公示期满的不计。一条结果可以同时有几类，各类相加可能多于总数。定义见数据字典：<a href="{{ROOT}}data/fields/result/codes.html">结果代码</a>。</p>
{{>OUTCOMES}}
</section>
<section aria-labelledby="months"><h2 id="months">按公示月份</h2>
<p>最近 24 个月，按结果的公示日期计，没有注明公示日期的不计。更早的月份见<a href="{{ROOT}}results/#months">检查结果</a>。定义见数据字典：<a href="{{ROOT}}data/fields/result/published_on.html">公示日期</a>。</p>
{{>MONTHS}}
</section>
<section aria-labelledby="years"><h2 id="years">历年结果</h2>
<p>按计划年度计，不是按公示日期。各区县每年的结果分类见<a href="{{ROOT}}results/">检查结果</a>。定义见数据字典：<a href="{{ROOT}}data/fields/result/year.html">年度</a>。</p>
{{>YEARS}}
</section>
<section aria-labelledby="followups"><h2 id="followups">后续处置</h2>
<p>检查发现问题后的处理，每条按最新一次进展计。“其中逾期”是未完结里超过规则期限的。定义见数据字典：<a href="{{ROOT}}data/fields/follow_up/state.html">处置状态</a>。</p>
{{>FOLLOW_UPS}}
</section>
<section aria-labelledby="overdue"><h2 id="overdue">逾期未公开</h2>
<p>被抽中后，超过规则的期限还没有公开结果的户次。没有规定期限的不计。定义见数据字典：<a href="{{ROOT}}data/fields/drawn_object/state.html">结果公开情况</a>。</p>
{{>OVERDUE}}
</section>
{{>CITATION}}
