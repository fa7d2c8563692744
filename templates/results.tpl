{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<p class="lead">检查结果按区县和年度公开。要查某一家企业，请用页面上方的查找框，或者到<a href="{{ROOT}}search/">查企业</a>。</p>
{{#EMPTY}}<p class="empty">{{EMPTY}}</p>
{{/EMPTY}}{{>TABLE}}
{{#ANY}}<section aria-labelledby="outcomes"><h2 id="outcomes">按检查结果</h2>
<p>结果的意思见<a href="{{ROOT}}guides/read-result.html">怎样看检查结果</a>。</p>
<ul class="links">
{{#OUTCOME}}<li><a href="{{KIND_HREF}}">{{KIND_WORDS}}</a>（{{KIND_COUNT}}）</li>
{{/OUTCOME}}</ul></section>
<section aria-labelledby="months"><h2 id="months">按公示月份</h2>
<ul class="links">
{{#MONTH}}<li><a href="{{KIND_HREF}}">{{KIND_WORDS}}</a>（{{KIND_COUNT}}）</li>
{{/MONTH}}</ul></section>
{{/ANY}}<section aria-labelledby="after"><h2 id="after">查出问题以后</h2>
<ul class="links">
<li><a href="{{ROOT}}follow-ups/">后续处置</a></li>
<li><a href="{{ROOT}}overdue/">逾期未公开清单</a></li>
<li><a href="{{ROOT}}penalties/">行政处罚</a></li>
<li><a href="{{ROOT}}statistics/">统计</a></li>
</ul></section>
