{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<p class="lead">{{TOTAL_WORDS}}</p>
{{>DOWNLOADS}}
<section aria-labelledby="pages"><h2 id="pages">逐条查看</h2>
<p>每页 100 条，按公示日期排列，页码越大越新。</p>
<ul class="pages">
{{#LIST_PAGE}}<li><a href="{{LIST_PAGE_HREF}}">{{LIST_PAGE_WORDS}}{{#LIST_PAGE_NEWEST}}（最新）{{/LIST_PAGE_NEWEST}}</a></li>
{{/LIST_PAGE}}</ul></section>
<section aria-labelledby="counts"><h2 id="counts">各类结果</h2>
{{>COUNTS}}
</section>
