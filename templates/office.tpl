{{%AUTOESCAPE context="HTML"}}
<h1><bdi>{{TITLE}}</bdi></h1>
{{>FACTS}}
{{#LATE}}<p class="notice"><strong>有 {{LATE_COUNT}} 户被抽中后，结果逾期未公开。</strong><a href="{{LATE_HREF}}">查看逾期清单</a></p>
{{/LATE}}<section id="plans" aria-labelledby="plans-head"><h2 id="plans-head">抽查计划</h2>
{{#NO_PLANS}}<p class="empty">本区县还没有公开的抽查计划。</p>
{{/NO_PLANS}}{{>PLANS}}
</section>
<section id="draws" aria-labelledby="draws-head"><h2 id="draws-head">抽取</h2>
{{#NO_DRAWS}}<p class="empty">本区县还没有公开的抽取。</p>
{{/NO_DRAWS}}{{>DRAWS}}
<ul class="links">
{{#ACCOUNT}}<li><a href="{{ACCOUNT_HREF}}">{{ACCOUNT_WORDS}}</a></li>
{{/ACCOUNT}}</ul>
</section>
<section id="results" aria-labelledby="results-head"><h2 id="results-head">检查结果</h2>
{{#NO_RESULTS}}<p class="empty">本区县还没有公开的检查结果。</p>
{{/NO_RESULTS}}<ul class="links">
{{#RESULT_YEAR}}<li><a href="{{RESULT_HREF}}">{{RESULT_WORDS}}</a>（{{RESULT_COUNT}} 条）</li>
{{/RESULT_YEAR}}</ul>
</section>
<section id="departments" aria-labelledby="departments-head"><h2 id="departments-head">成员单位</h2>
<ul class="columns">
{{#DEPARTMENT}}<li><a href="{{DEPARTMENT_HREF}}"><bdi>{{DEPARTMENT_NAME}}</bdi></a></li>
{{/DEPARTMENT}}</ul></section>
<ul class="links">
<li><a href="{{RULES_HREF}}">{{RULES_WORDS}}</a></li>
<li><a href="{{FORMS_HREF}}">月报表和季度、年度汇总</a></li>
<li><a href="{{FEED_HREF}}">订阅本区县的更新（Atom）</a></li>
<li><a href="{{DEADLINES_HREF}}">本区县还没有完成的事项和期限</a></li>
<li><a href="{{CALENDAR_HREF}}">本区县的期限日历（ICS）</a></li>
</ul>
