{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<p class="lead">{{EXPLANATION}}文件中的名称是 <code>{{TABLE_NAME}}</code>，整张表：<a href="{{CSV_HREF}}" download>CSV</a>。</p>
{{#KEY}}<p>每一行由 <code>{{KEY}}</code> 认出。</p>
{{/KEY}}{{>TABLE}}
{{#REFERENCE}}<p class="quiet"><a href="{{REFERENCE_HREF}}"><code>{{REFERENCE_COLUMN}}</code></a> 指向<a href="{{REFERENCE_TABLE_HREF}}">{{REFERENCE_TABLE}}</a>表的 <code>{{REFERENCE_TO}}</code>。</p>
{{/REFERENCE}}
