{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<p class="lead">{{LEAD}}</p>
{{#EMPTY}}<p class="empty">{{EMPTY}}</p>
{{/EMPTY}}{{>TABLE}}
{{>PAGER}}
<ul class="links">
{{#MORE}}<li><a href="{{MORE_HREF}}">{{MORE_WORDS}}</a></li>
{{/MORE}}</ul>
{{#CALENDAR}}<section aria-labelledby="calendar"><h2 id="calendar">工作日历</h2>
<p>{{CALENDAR_WORDS}}</p>
{{#LOCAL}}<p>{{LOCAL}}</p>
{{/LOCAL}}{{>YEARS}}
</section>
{{/CALENDAR}}
