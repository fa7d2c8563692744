{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<p class="lead">{{LEAD}}</p>
{{#EMPTY}}<p class="empty">{{EMPTY}}</p>
{{/EMPTY}}{{>DOWNLOADS}}
{{>TABLE}}
{{>PAGER}}
{{>PAGES}}
<ul class="links">
{{#MORE}}<li><a href="{{MORE_HREF}}">{{MORE_WORDS}}</a></li>
{{/MORE}}</ul>
