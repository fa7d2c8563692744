{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<p class="lead">程序可以向本站的查询服务要数据：按名称和代码查企业，按条件查检查结果，证明某户在不在一次抽取的对象库里。只读，不需要登记。</p>
<p class="notice">查询服务由主办单位另外运行，没有运行时下面的网址没有回答。网站上的每个页面都有同样内容的 JSON 文件，整份数据在<a href="{{ROOT}}data/">数据</a>页下载，都不需要查询服务。</p>
<section aria-labelledby="rules"><h2 id="rules">约定</h2>
<ul>
<li>完整说明：<a href="openapi.json">openapi.json</a>（OpenAPI 3.1），查询服务上的是 <code>{{BASE}}api/v1/openapi.json</code>。</li>
<li>只接受 GET、HEAD 和 OPTIONS。回复是 UTF-8 的 JSON；日期写作 2026-01-31；没有的值是 null。</li>
<li>一条记录的回复与它的页面旁边的 JSON 文件逐字节相同。编号、代码和网址是永久的。</li>
<li>列表每页 50 条，用 <code>limit</code> 可改为 1 至 200 条。回复的 <code>next</code> 是下一页的游标，原样放进 <code>cursor</code>，其他条件不变；回复头 <code>Link</code> 有下一页的网址。翻页期间数据增加，已经有的记录既不重复也不遗漏。</li>
<li>参数写错、写重或没有这个参数都是错误，<a href="problems/">一次列出全部错误</a>。</li>
<li>回复可以缓存 60 秒；用 <code>If-None-Match</code> 带上 <code>ETag</code> 再问，没有变化就是 304。任何网页都可以读（CORS）。</li>
<li>一次查询最多 100 毫秒，超过就是 503；条件越具体越快。</li>
</ul></section>
<section aria-labelledby="calls"><h2 id="calls">全部接口</h2>
{{#OPERATION}}<section aria-labelledby="{{ID}}"><h3 id="{{ID}}">{{SUMMARY}}</h3>
<p><code class="long-code">GET /api/v1{{PATH}}</code></p>
<p>{{DESCRIPTION}}</p>
{{#PARAMETERS}}<ul>
{{#PARAMETER}}<li><code>{{NAME}}</code>：{{MEANING}}</li>
{{/PARAMETER}}</ul>
{{/PARAMETERS}}<pre>{{CURL}}</pre>
</section>
{{/OPERATION}}</section>
