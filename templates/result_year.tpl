{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<p class="lead">{{TOTAL_WORDS}}</p>
{{>DOWNLOADS}}
<section aria-labelledby="pages"><h2 id="pages">逐条查看</h2>
<p>按结果编号排列，一页一百个编号，编号越大收录越晚。</p>
<ul class="pages">
{{#LIST_PAGE}}<li><a href="{{LIST_PAGE_HREF}}">{{LIST_PAGE_WORDS}}</a>（{{LIST_PAGE_ROWS}} 条{{#LIST_PAGE_NEWEST}}，最新{{/LIST_PAGE_NEWEST}}）</li>
{{/LIST_PAGE}}</ul>
<h3 id="departments">按部门</h3>
<ul class="links">
{{#DEPARTMENT}}<li><a href="{{FILTER_HREF}}"><bdi>{{FILTER_WORDS}}</bdi></a>（{{FILTER_COUNT}}）</li>
{{/DEPARTMENT}}</ul>
<h3 id="years">其他年度</h3>
<ul class="links">
{{#OTHER_YEAR}}<li><a href="{{FILTER_HREF}}">{{FILTER_WORDS}}</a>（{{FILTER_COUNT}}）</li>
{{/OTHER_YEAR}}<li><a href="{{ROOT}}results/">其他区县</a></li>
</ul></section>
<section aria-labelledby="outcomes"><h2 id="outcomes">各类结果</h2>
<p>点开表格里的结果，可以看是哪些条。结果的意思见<a href="{{ROOT}}guides/read-result.html">怎样看检查结果</a>。</p>
<details><summary>上面说的“发现问题”合计哪些结果</summary><p>{{PROBLEM_OUTCOMES}}。一条结果有其中一类就算一条；下载的表里有“是否发现问题”一栏。</p></details>
{{>OUTCOMES}}
</section>
<section aria-labelledby="months"><h2 id="months">按月</h2>
{{>MONTHS}}
</section>
{{>CITATION}}
