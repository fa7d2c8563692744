{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<p class="lead">本站公开数据有哪些表，每张表有哪些字段，每个字段是什么意思。每个字段有自己的一页，网址不会改变。</p>
<p>CSV 和 JSON、SQLite 用“文件中的名称”，XLSX 用中文名称。关于个人的内容不公开，不在其中。</p>
{{>TABLE}}
