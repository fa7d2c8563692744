{{%AUTOESCAPE context="HTML"}}
<h1><bdi>{{TITLE}}</bdi></h1>
<p class="lead">{{LEAD}}</p>
{{>POOL_BOX}}
{{#RANGES}}<h2>按代码逐页查</h2>
<p>对象按代码从小到大排列，每页 500 户。先在下面找到代码落在哪一段，再打开那一页。</p>
<ul class="sets">
{{#RANGE}}<li><a href="{{RANGE_HREF}}">第 {{RANGE_NUMBER}} 页</a> <code>{{FIRST}}</code> 至 <code>{{LAST}}</code></li>
{{/RANGE}}</ul>
{{/RANGES}}{{#ROWS}}<div class="scrolling" role="region" tabindex="0" aria-label="{{CAPTION}}">
<table class="pool">
<caption>{{CAPTION}}</caption>
<thead><tr><th scope="col">代码</th><th scope="col">分层</th><th scope="col">票号（前16位）</th><th scope="col">结果</th></tr></thead>
<tbody>
{{#ROW}}<tr><td>{{ID}}</td><td>{{STRATUM}}</td><td>{{TICKET}}</td><td>{{WHAT}}</td></tr>
{{/ROW}}</tbody>
</table></div>
{{/ROWS}}{{>PAGER}}
