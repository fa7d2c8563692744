{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<p class="lead">各区县按自己的文件执行。这里逐条列出要求和依据，以及截至{{AS_OF}}的进度。</p>
<ul class="links">
<li><a href="{{ROOT}}overdue/">逾期未公开清单</a></li>
<li><a href="{{ROOT}}follow-ups/">后续处置</a></li>
<li><a href="{{ROOT}}statistics/">统计</a></li>
<li><a href="{{ROOT}}item-lists/">抽查事项清单</a></li>
<li><a href="{{ROOT}}offices/">区县与部门</a></li>
<li><a href="{{ROOT}}due.ics">期限日历（ICS）</a></li>
</ul>
{{#OFFICE}}<section aria-labelledby="{{OFFICE_ID}}"><h2 id="{{OFFICE_ID}}"><a href="{{OFFICE_HREF}}"><bdi>{{OFFICE_NAME}}</bdi></a></h2>
<p>{{STAND}}</p>
{{#NO_RULES}}<p class="empty">还没有载入本区县的规则，因此不判断是否逾期。</p>
{{/NO_RULES}}{{>TABLE}}
</section>
{{/OFFICE}}
