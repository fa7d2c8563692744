{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<p class="lead">每一户检查对象有一个固定的页面，列出被抽中、检查结果和后续处置。</p>
<section aria-labelledby="districts"><h2 id="districts">按区县查</h2>
<p>名单按代码（统一社会信用代码或注册号）排列，每页 100 户。</p>
{{#NO_DISTRICTS}}<p class="empty">还没有公开的检查对象。</p>
{{/NO_DISTRICTS}}<ul class="links">
{{#DISTRICT}}<li><a href="{{DISTRICT_HREF}}"><bdi>{{DISTRICT_NAME}}</bdi></a>（{{DISTRICT_COUNT}} 户）</li>
{{/DISTRICT}}</ul>
</section>
<section aria-labelledby="other"><h2 id="other">其他办法</h2>
<ul>
<li>知道是哪次抽取：到<a href="{{ROOT}}draws/">抽取</a>看名单。</li>
<li>知道区县和年度：到<a href="{{ROOT}}results/">检查结果</a>逐页看，或下载表格自己查。</li>
<li>整个名录可以在<a href="{{ROOT}}data/">数据</a>下载。</li>
</ul>
</section>
