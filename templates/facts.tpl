{{%AUTOESCAPE context="HTML"}}
<dl class="facts">
{{#FACT}}<div><dt>{{TERM}}</dt><dd>{{#TEXT}}<bdi>{{TEXT}}</bdi>{{/TEXT}}{{#LINK}}<a href="{{HREF}}"><bdi>{{LINK}}</bdi></a>{{/LINK}}{{#CODE}}<code>{{CODE_1}}{{#CODE_2}}<i>{{CODE_2}}</i>{{/CODE_2}}{{#CODE_3}}<i>{{CODE_3}}</i>{{/CODE_3}}{{#CODE_4}}<i>{{CODE_4}}</i>{{/CODE_4}}</code>{{/CODE}}{{#DATE}}<time datetime="{{DATE}}">{{DATE_WORDS}}</time>{{/DATE}}{{#STATE}}<span class="state {{STATE_STYLE}}">{{STATE}}</span>{{/STATE}}{{#NOTE}}<span class="also">{{NOTE}}</span>{{/NOTE}}</dd></div>
{{/FACT}}</dl>
