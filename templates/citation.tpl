{{%AUTOESCAPE context="HTML"}}
<details class="citation"><summary>引用本页</summary>
<p>{{CITE_BEFORE}}<mark>[引用日期]</mark>. {{CITE_WHERE}}.</p>
<p class="quiet">按 GB/T 7714—2015。把“引用日期”换成你查阅的那一天，写作 年-月-日。{{#CITE_DIGEST}}本页数据（JSON）的 SHA-256 指纹：<code>{{CITE_DIGEST}}</code>，写上它，别人就能核对引用的是哪一份。{{/CITE_DIGEST}}</p>
<pre>{{CITE_BIBTEX}}</pre>
</details>
