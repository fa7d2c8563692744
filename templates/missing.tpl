{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<p class="lead">网址可能抄错了，或者这一页从来没有过。本站公开过的页面不会改网址；撤回或公示期满的记录，页面仍在，只保留编号和日期。</p>
<ul class="links">
<li><a href="{{ROOT}}">首页</a></li>
<li><a href="{{ROOT}}search/">查企业</a></li>
<li><a href="{{ROOT}}site-map/">网站地图</a></li>
</ul>
