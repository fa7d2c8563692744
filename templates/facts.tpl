{{%AUTOESCAPE context="HTML"}}
<dl class="facts">
{{#FACT}}<div><dt>{{TERM}}</dt><dd>{{#TEXT}}<bdi>{{TEXT}}</bdi>{{/TEXT}}{{#LINK}}<a href="{{HREF}}"><bdi>{{LINK}}</bdi></a>{{/LINK}}{{#CODE}}<code class="code"><span>{{CODE_1}}</span>{{#CODE_2}}<span>{{CODE_2}}</span>{{/CODE_2}}{{#CODE_3}}<span>{{CODE_3}}</span>{{/CODE_3}}{{#CODE_4}}<span>{{CODE_4}}</span>{{/CODE_4}}</code>{{/CODE}}{{#DATE}}<time datetime="{{DATE}}">{{DATE_WORDS}}</time>{{/DATE}}{{#STATE}}<span class="state {{STATE_STYLE}}"><span class="mark" aria-hidden="true">{{MARK}}</span>{{STATE}}</span>{{/STATE}}{{#NOTE}}<span class="also">{{NOTE}}</span>{{/NOTE}}</dd></div>
{{/FACT}}</dl>
