{{%AUTOESCAPE context="HTML"}}
<h1><bdi>{{TITLE}}</bdi></h1>
{{#CURRENT}}<p class="lead"><a class="button" href="{{CURRENT_HREF}}">看现行版本：{{CURRENT_WORDS}}</a></p>
{{/CURRENT}}{{>FACTS}}
{{>TABLE}}
