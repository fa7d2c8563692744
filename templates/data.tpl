{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<p class="lead">这里可以整份取走本站的公开数据。全站只有这一页写全站的数据日期，其他页面写的是那一页自己的数据日期。</p>
{{>FACTS}}
<section aria-labelledby="sets"><h2 id="sets">整份下载</h2>
<p>每张表两种文件：CSV 给程序用，表头是英文名，与 JSON、SQLite 相同；XLSX 给人看，表头是中文。{{#LARGE}}超过 {{LARGE}} 行的表只有 CSV。{{/LARGE}}代码按文本保存，不会丢失前面的零。字段的意思见<a href="{{ROOT}}data/fields/">数据字典</a>。</p>
{{>TABLES}}
<ul class="sets">
<li><a href="{{ROOT}}data/datapackage.json" download>datapackage.json</a>：上面全部 CSV 的说明（Data Package v2：类型、主键、引用、指纹），程序可以据此检查和读入</li>
<li><a href="{{DATABASE_HREF}}" download>public.db</a>：全部公开数据，一个 SQLite 数据库（约 {{DATABASE_SIZE}}），表和字段与 CSV 相同，另有每条记录的 JSON（body 表）</li>
<li><a href="{{ROOT}}data/catalog.jsonld" download>catalog.jsonld</a>、<a href="{{ROOT}}data/catalog.ttl" download>catalog.ttl</a>：数据目录（DCAT 3）</li>
{{#ARCHIVE}}<li>整站离线包（ZIP）：<a href="{{ARCHIVE}}">site.zip</a></li>
{{/ARCHIVE}}</ul>
{{#ARCHIVE}}<p>整站离线包解压到任何文件夹后，双击其中的 index.html 就能离线浏览整站（在线查询除外）。包里有自己的清单 manifest.txt，写明每个文件的大小和 SHA-256 指纹；数据文件与网站上的逐字节相同，网页只把指向文件夹的链接改成指向其中的 index.html。核对：<code>gongshi verify-site site.zip</code>。</p>
{{/ARCHIVE}}{{#NO_ARCHIVE}}<p class="quiet">检查对象、结果和任务合计超过 {{NO_ARCHIVE}}条的站点不提供整站离线包，请用上面的批量下载。</p>
{{/NO_ARCHIVE}}</section>
<section aria-labelledby="parts"><h2 id="parts">分份下载</h2>
<p>每个计划版本、每次抽取的页面上有它自己的下载；检查结果按区县和年度分份：</p>
<ul class="sets">
{{#SET}}<li><bdi>{{SET_WORDS}}</bdi>（{{SET_ROWS}} 行）：<a href="{{SET_CSV}}" download>CSV</a> <a href="{{SET_XLSX}}" download>XLSX</a></li>
{{/SET}}</ul>
</section>
<section aria-labelledby="follow"><h2 id="follow">订阅和日历</h2>
<ul class="sets">
<li><a href="{{ROOT}}feed.xml">全站最新公开（Atom）</a>；每个区县、部门、计划和被抽中过的检查对象的页面上有各自的订阅</li>
<li><a href="{{ROOT}}changes/feed.xml">公开日志（Atom）</a>：每一次公布、更正、撤回和异议；按月看<a href="{{ROOT}}changes/">公开日志</a></li>
<li><a href="{{ROOT}}due.ics">全部未到期和逾期的期限（ICS 日历）</a>；每个区县的页面上有各自的日历</li>
</ul>
</section>
<section aria-labelledby="coverage"><h2 id="coverage">覆盖范围</h2>
<p>这里不计已撤回和公示期满的，下载的表里它们仍占一行（只留编号、日期和理由），所以行数可能比这里多。</p>
{{>COVERAGE}}
{{>YEARS}}
</section>
<section aria-labelledby="withheld"><h2 id="withheld">没有公开的</h2>
<p>依法不予公开、依申请公开的内容不在本站，只公布数量和理由。每一种理由的依据、怎样申请公开，见<a href="{{ROOT}}withheld/">没有公开的内容</a>。</p>
{{#NOTHING_WITHHELD}}<p class="empty">本站没有不予公开的内容。</p>
{{/NOTHING_WITHHELD}}{{>WITHHELD}}
</section>
<section aria-labelledby="check"><h2 id="check">怎样核对</h2>
<p>每条记录的页脚有一个 JSON 文件和它的 SHA-256 指纹。下载这个文件，在自己的电脑上计算指纹，与页面上写的一致，就说明看到的数据没有被改动过。记录不变，文件和指纹就不变。整份下载的指纹在 datapackage.json 里。</p>
</section>
{{>CITATION}}
{{#DATASET}}<script type="application/ld+json">{{DATASET:none}}</script>{{/DATASET}}
