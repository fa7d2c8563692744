{{%AUTOESCAPE context="HTML"}}
<h1><bdi>{{TITLE}}</bdi></h1>
<p class="lead">向上级报送用的月报表和季度、年度汇总：从公开数据算得出的栏目已经填好，每个数字可以点开看是哪些；算不出的留空，由填表人填写。</p>
<p>只有当月有抽取、公示了结果或者产生了后续处置的月份才有月报表。季度和年度的数字从各条记录重新计算，不是各月相加：同一户在两个月里都有结果，全季只算一户。</p>
{{#NONE}}<p class="empty">本区县还没有公开的抽取、检查结果和后续处置，所以还没有月报表。</p>
{{/NONE}}{{#YEAR}}<section aria-labelledby="y{{YEAR}}"><h2 id="y{{YEAR}}">{{YEAR}}年</h2>
<ul class="columns">
{{#SUMMARY}}<li><a href="{{FORM_HREF}}">{{FORM_WORDS}}</a></li>
{{/SUMMARY}}{{#VISITS}}<li><a href="{{FORM_HREF}}">{{FORM_WORDS}}</a></li>
{{/VISITS}}{{#MONTH}}<li><a href="{{FORM_HREF}}">{{FORM_WORDS}}</a></li>
{{/MONTH}}</ul>
</section>
{{/YEAR}}
