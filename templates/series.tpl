{{%AUTOESCAPE context="HTML"}}
<h1><bdi>{{TITLE}}</bdi></h1>
{{#CURRENT}}<p class="lead"><a class="button" href="{{CURRENT_HREF}}">看现行版本：{{CURRENT_WORDS}}</a></p>
{{/CURRENT}}{{>FACTS}}
{{>TABLE}}
{{#FEED_HREF}}<ul class="links">
<li><a href="{{FEED_HREF}}">订阅这个计划的更新（Atom）</a></li>
</ul>
{{/FEED_HREF}}{{>CITATION}}
