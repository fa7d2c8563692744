{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<p class="lead">全站只有这一页写全站的数据日期；其他页面写的是那一页自己的数据日期。</p>
{{>FACTS}}
<section aria-labelledby="sets"><h2 id="sets">下载</h2>
<p>CSV 是带 BOM 的 UTF-8，可以直接用表格软件打开；代码按文本保存，不会丢失前面的零。每个计划版本、每次抽取的页面上还有它自己的下载。各个栏目的意思见<a href="{{ROOT}}data/fields/">数据字典</a>。</p>
<ul class="sets">
{{#SET}}<li><bdi>{{SET_WORDS}}</bdi>（{{SET_ROWS}} 行）：<a href="{{SET_CSV}}" download>CSV</a> <a href="{{SET_XLSX}}" download>XLSX</a></li>
{{/SET}}<li>全部公开数据（SQLite 数据库）：<a href="{{DATABASE_HREF}}" download>public.db</a></li>
</ul>
</section>
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
