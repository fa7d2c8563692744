{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<ul class="guides">
{{#GUIDE}}<li><a href="{{GUIDE_HREF}}">{{GUIDE_TITLE}}</a></li>
{{/GUIDE}}</ul>
