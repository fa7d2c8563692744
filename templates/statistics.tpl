{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<p class="lead">截至{{AS_OF}}。每张图下面有同样数字的表格，数字可以点开看是哪些。</p>
<section aria-labelledby="tasks"><h2 id="tasks">任务进展</h2>
<p>计划和临时安排的全部任务。“已完成”是指被抽中的都已公开结果，“逾期”是指超过计划或规则的期限还没有完成。</p>
{{>TASKS}}
</section>
<section aria-labelledby="drawn"><h2 id="drawn">被抽中户次</h2>
<p>同一户在几次抽取中被抽中，算几次。不予公开的不计。</p>
{{>DRAWN}}
</section>
<section aria-labelledby="results"><h2 id="results">已公开结果</h2>
<p>一户在一项任务里对一个事项的结论算一条。已撤回、公示期满的不计。</p>
{{>RESULTS}}
</section>
<section aria-labelledby="years"><h2 id="years">历年结果</h2>
<p>按计划年度计，不是按公示日期。各区县每年的结果分类见<a href="{{ROOT}}results/">检查结果</a>。</p>
{{>YEARS}}
</section>
<section aria-labelledby="overdue"><h2 id="overdue">逾期未公开</h2>
<p>被抽中后，超过规则的期限还没有公开结果的户次。名单见<a href="{{ROOT}}overdue/">逾期未公开</a>。没有规定期限的不计。</p>
{{>OVERDUE}}
</section>
