{{%AUTOESCAPE context="HTML"}}
<h1><bdi>{{TITLE}}</bdi></h1>
<p class="lead">{{LEAD}}</p>
<p>每一次承诺都有连续的序号，前后相接：取消、中止、逾期的都在这里，少一次就能看出来。完整清单：<a href="{{SERIES_HREF}}">JSON</a>（核验时作为机关的抽取清单使用）。</p>
<dl class="facts account">
{{#FIGURE}}<div><dt>{{FIGURE_WORDS}}</dt><dd><strong>{{FIGURE_COUNT}}</strong>{{#FIGURE_NOTE}} <span class="quiet">{{FIGURE_NOTE}}</span>{{/FIGURE_NOTE}}{{#OF}} <a href="{{OF_HREF}}">{{OF_WORDS}}</a>{{/OF}}</dd></div>
{{/FIGURE}}</dl>
{{>TABLE}}
