{{%AUTOESCAPE context="HTML"}}
<article>
<h1>{{TITLE}}</h1>
{{ARTICLE:none}}
</article>
{{#FOLLOWERS}}<section aria-labelledby="followers"><h2 id="followers">本站按它执行的区县</h2>
<ul class="links">
{{#FOLLOWER}}<li><a href="{{FOLLOWER_HREF}}"><bdi>{{FOLLOWER_NAME}}</bdi></a></li>
{{/FOLLOWER}}</ul></section>
{{/FOLLOWERS}}
<ul class="links">
<li><a href="{{ROOT}}rules/about/#comparison">几份文件的差别</a></li>
<li><a href="{{ROOT}}rules/">规则与进度</a></li>
</ul>
