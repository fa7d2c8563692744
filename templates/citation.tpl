{{%AUTOESCAPE context="HTML"}}
<details class="citation"><summary>引用本页</summary>
<p>{{CITE_AUTHOR}}. {{CITE_TITLE}}[EB/OL].{{#CITE_DATE}} ({{CITE_DATE}}){{/CITE_DATE}} [查阅日期]. {{CITE_URL}}.</p>
<pre>@misc{gongshi,
  author = { {{CITE_AUTHOR}} },
  title = { {{CITE_TITLE}} },{{#CITE_YEAR}}
  year = { {{CITE_YEAR}} },{{/CITE_YEAR}}
  url = { {{CITE_URL}} }
}</pre>
</details>
