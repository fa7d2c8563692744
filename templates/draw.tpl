{{%AUTOESCAPE context="HTML"}}
<h1><bdi>{{TITLE}}</bdi></h1>
{{>STANDING}}
{{#VERDICT}}<p class="lead">{{VERDICT}}{{#WITHHELD}}{{WITHHELD}}{{/WITHHELD}}</p>
{{/VERDICT}}
{{>FACTS}}
{{>DOWNLOADS}}
{{>TABLE}}
{{>PAGER}}
<p class="quiet">被抽中只说明被随机选到，不说明有问题。检查结果以公示的结果为准。</p>
{{>LEDGER}}{{>ATTACHMENTS}}{{>CITATION}}
