{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<p class="lead">全站只有这一页写全站的数据日期；其他页面写的是那一页自己的数据日期。</p>
{{>FACTS}}
<section aria-labelledby="sets"><h2 id="sets">下载</h2>
<p>CSV 是带 BOM 的 UTF-8，可以直接用表格软件打开；代码按文本保存，不会丢失前面的零。每个计划版本、每次抽取的页面上还有它自己的下载。各个栏目的意思见<a href="{{ROOT}}data/fields/">数据字典</a>。</p>
<ul class="sets">
{{#SET}}<li><bdi>{{SET_WORDS}}</bdi>（{{SET_ROWS}} 行）：<a href="{{SET_CSV}}" download>CSV</a> <a href="{{SET_XLSX}}" download>XLSX</a></li>
{{/SET}}<li>全部公开数据（SQLite 数据库）：<a href="{{DATABASE_HREF}}" download>public.db</a></li>
{{#ARCHIVE}}<li>整站离线包（ZIP）：<a href="{{ARCHIVE}}">site.zip</a></li>
{{/ARCHIVE}}</ul>
{{#ARCHIVE}}<p>整站离线包解压到任何文件夹后，双击其中的 index.html 就能离线浏览整站（在线查询除外）。包里有自己的清单 manifest.txt，写明每个文件的大小和 SHA-256 指纹；数据文件与网站上的逐字节相同，网页只把指向文件夹的链接改成指向其中的 index.html。核对：<code>gongshi verify-site site.zip</code>。</p>
{{/ARCHIVE}}{{#NO_ARCHIVE}}<p class="quiet">检查对象、结果和任务合计超过 {{NO_ARCHIVE}}条的站点不提供整站离线包，请用上面的批量下载。</p>
{{/NO_ARCHIVE}}</section>
<section aria-labelledby="coverage"><h2 id="coverage">覆盖范围</h2>
{{>COVERAGE}}
</section>
<section aria-labelledby="withheld"><h2 id="withheld">没有公开的</h2>
<p>依法不予公开、依申请公开的内容不在本站，只公布数量和理由。</p>
{{#NOTHING_WITHHELD}}<p class="empty">本站没有不予公开的内容。</p>
{{/NOTHING_WITHHELD}}{{>WITHHELD}}
</section>
<section aria-labelledby="check"><h2 id="check">怎样核对</h2>
<p>每条记录的页脚有一个 JSON 文件和它的 SHA-256 指纹。下载这个文件，在自己的电脑上计算指纹，与页面上写的一致，就说明看到的数据没有被改动过。记录不变，文件和指纹就不变。</p>
</section>
