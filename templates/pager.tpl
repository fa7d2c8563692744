{{%AUTOESCAPE context="HTML"}}
<nav class="pager" aria-label="{{PAGER_LABEL}}"><ul>
{{#PREVIOUS}}<li><a rel="prev" href="{{PREVIOUS}}">上一页</a></li>
{{/PREVIOUS}}{{#NEXT}}<li><a rel="next" href="{{NEXT}}">下一页</a></li>
{{/NEXT}}{{#NEWEST}}<li><a href="{{NEWEST}}">返回列表首页</a></li>
{{/NEWEST}}</ul></nav>
