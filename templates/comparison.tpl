{{%AUTOESCAPE context="HTML"}}
<h1><bdi>{{NAME}}</bdi> <span class="edition">{{TITLE}}</span></h1>
<p class="lead">从<a href="{{OLD_HREF}}">{{OLD_WORDS}}</a>到<a href="{{NEW_HREF}}">{{NEW_WORDS}}</a>：{{CHANGE_WORDS}}</p>
{{#REASONS}}<p>{{REASON_EDITION}}的理由：<bdi>{{REASON}}</bdi></p>
{{/REASONS}}{{#COMPARED}}<h2>逐项对比</h2>
{{/COMPARED}}{{>DIFFERENCE}}
