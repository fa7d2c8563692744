{{%AUTOESCAPE context="HTML"}}
{{! The page is answered in three ways, and the first two show the same:
  1. as a file, with JavaScript: site/search.js reads ?q= and puts what it finds into #found;
  2. by gongshi-server, for /search/?q=…: this very file with two places filled, each of which stands in it exactly once:
       ` value=""`      becomes ` value="…"`, the query as it was written, escaped for an attribute;
       `<!--found-->`   becomes what was found, in the shape below, every text escaped;
     Its parameters: q, and kind (enterprise plan task draw item guide) to see one kind only;
  3. as a file, without JavaScript: a query is not looked at, and the lists below are the way.

  Shape of what stands at <!--found--> (site/search/show.mjs makes the same). Parts in this order; those in [ ] only when
  there is something to say. Addresses lead from search/ to the site's root by "../".
    [<p class="understood">按名称查“恒达 商贸”。</p>]                  one for each sentence of the understanding;
                                                                       class "understood notice" where a code cannot be right
    <p id="total" role="status">找到 12 条。</p>
    [<p class="notice">只列出前 50 条。</p>]                           what limits the answer
    <ol class="hits">
    <li><a href="../enterprises/1f/….html"><bdi>示例市<mark>恒达</mark>商贸有限公司</bdi></a>
    <span class="also"><span class="tag">企业</span> <code>…</code> 有 2 条结果</span>    kind, number where it has one, note
    [<span class="also">按曾用名“<mark>恒达</mark>贸易部”匹配</span>]</li>         unless the title itself matched
    </ol>
    [<p class="more">…<a href="?q=…">…</a></p>]                        queries that narrow it, or the next page
  Kinds: 企业 计划 任务 抽取 事项 指南. Why: 按曾用名“…”匹配, 按代码 … 匹配, 按文号“…”匹配, 按编号 … 匹配, 按拼音匹配.
  Nothing found:         <p id="total" role="status">没有找到与“…”匹配的内容。</p><div class="empty"><p>…</p></div>
  The search not made:   <p id="total" role="status">没有查成。</p><div class="notice"><p>…</p></div>, never “没有找到”. }}
<h1>{{TITLE}}</h1>
<p class="lead">每一户检查对象有一个固定的页面，列出被抽中、检查结果和后续处置。计划、任务、抽取、事项和指南也能在这里查到。</p>
{{>BOX}}
<noscript><p class="notice">浏览器没有运行 JavaScript，查找要由本站的查询服务回答。如果按“查找”以后没有列出结果，请用下面的名单。</p></noscript>
{{#NO_SCRIPT}}<p class="notice">本站没有带上浏览器里的查找程序。如果按“查找”以后没有列出结果，请用下面的名单。</p>
{{/NO_SCRIPT}}<div id="found" data-root="{{ROOT}}"{{#TABLES_HREF}} data-tables="{{TABLES_HREF}}"{{/TABLES_HREF}}><!--found--></div>
{{>SCOPE}}
<p>查不到时怎么办，见<a href="{{ROOT}}guides/find.html">怎样查一家企业</a>。</p>
<section aria-labelledby="districts"><h2 id="districts">按区县查</h2>
<p>名单按代码（统一社会信用代码或注册号）排列，每页 100 户。</p>
{{#NO_DISTRICTS}}<p class="empty">还没有公开的检查对象。</p>
{{/NO_DISTRICTS}}<ul class="links">
{{#DISTRICT}}<li><a href="{{LIST_HREF}}"><bdi>{{LIST_NAME}}</bdi></a>（{{LIST_COUNT}} 户）</li>
{{/DISTRICT}}</ul>
</section>
{{#INITIALS}}<section aria-labelledby="initials"><h2 id="initials">按拼音首字母查</h2>
<p>按名称的第一个字；名称以地名开头的，按地名后面的第一个字。每页 100 户。</p>
<ul class="links">
{{#INITIAL}}<li><a href="{{LIST_HREF}}">{{LIST_NAME}}</a>（{{LIST_COUNT}} 户）</li>
{{/INITIAL}}</ul>
</section>
{{/INITIALS}}<section aria-labelledby="other"><h2 id="other">其他办法</h2>
<ul>
<li>知道是哪次抽取：到<a href="{{ROOT}}draws/">抽取</a>看名单。</li>
<li>知道区县和年度：到<a href="{{ROOT}}results/">检查结果</a>逐页看，或下载表格自己查。</li>
<li>整个名录可以在<a href="{{ROOT}}data/">数据</a>下载。</li>
</ul>
</section>
{{#SCRIPT_HREF}}<script src="{{SCRIPT_HREF}}" defer></script>
{{/SCRIPT_HREF}}
