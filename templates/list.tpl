{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<p class="lead">{{LEAD}}</p>
{{#LATE_DRAWS}}<div class="notice" id="overdue"><p><strong class="state bad">逾期未公开的抽取 {{LATE_DRAWS_COUNT}} 项</strong></p>
<ul>
{{#LATE_DRAW}}<li><a href="{{LATE_DRAW_HREF}}"><bdi>{{LATE_DRAW_TITLE}}</bdi></a></li>
{{/LATE_DRAW}}</ul></div>
{{/LATE_DRAWS}}{{#EMPTY}}<p class="empty">{{EMPTY}}</p>
{{/EMPTY}}{{>DOWNLOADS}}
{{>TABLE}}
{{>PAGER}}
{{>PAGES}}
<ul class="links">
{{#MORE}}<li><a href="{{MORE_HREF}}">{{MORE_WORDS}}</a></li>
{{/MORE}}</ul>
