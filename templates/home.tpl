{{%AUTOESCAPE context="HTML"}}
<h1>{{SITE_NAME}}</h1>
<p class="lead">这里公开“双随机、一公开”抽查：计划查什么、抽中了谁、查出了什么、后来怎样处理。</p>
{{>BOX}}
<p class="find">也可以<a href="{{ROOT}}search/">按区县、拼音首字母翻看</a>；不知道怎么查，看<a href="{{ROOT}}guides/find.html">怎样查一家企业</a>。</p>
{{>SCOPE}}
<div class="two">
<section aria-labelledby="news"><h2 id="news">最新公开</h2>
<ul class="news">
{{#NEWS}}<li><time datetime="{{NEWS_DATE}}">{{NEWS_DAY}}</time><a href="{{NEWS_HREF}}"><bdi>{{NEWS_WORDS}}</bdi></a>{{#NEWS_NOTE}}<span class="also">（{{NEWS_NOTE}}）</span>{{/NEWS_NOTE}}</li>
{{/NEWS}}</ul>
<p><a href="{{ROOT}}changes/">公开日志</a>：每一次公布、更正、撤回，按日期</p></section>
<section aria-labelledby="figures"><h2 id="figures">{{YEAR}}年度</h2>
<ul class="figures">
{{#FIGURE}}<li{{#FIGURE_BAD}} class="bad"{{/FIGURE_BAD}}><a href="{{FIGURE_HREF}}"><span class="label">{{FIGURE_LABEL}}</span>{{#FIGURE_ALL}} <span class="all">累计 {{FIGURE_ALL}}</span>{{/FIGURE_ALL}} <strong>{{FIGURE_COUNT}}</strong>{{#FIGURE_BAD}}<span class="mark" aria-hidden="true">!</span>{{/FIGURE_BAD}}</a></li>
{{/FIGURE}}</ul></section>
</div>
{{#LATE}}<p class="notice"><strong>有 {{LATE_COUNT}} 户被抽中后，结果逾期未公开。</strong><a href="{{LATE_HREF}}">查看逾期清单</a></p>
{{/LATE}}{{#NOTHING_LATE}}<p class="quiet"><span class="state good">没有逾期未公开的结果。</span></p>
{{/NOTHING_LATE}}{{#NOT_JUDGED}}<p class="quiet">有的区县没有登记公开期限的规则，本站不判断那里是否逾期。</p>
{{/NOT_JUDGED}}{{#LATE_DRAWS}}<p class="notice"><strong class="state bad">逾期未公开的抽取 {{LATE_DRAWS_COUNT}} 项</strong> —— <a href="{{LATE_DRAWS_HREF}}">查看</a></p>
{{/LATE_DRAWS}}<p><a href="{{ROOT}}deadlines/">期限：哪些事项还没有完成，到哪一天为止</a></p>
{{#COMMITTED}}<p>这些抽取可以自己核验 —— <a href="{{ROOT}}guides/read-draw.html">一分钟看懂</a></p>
{{/COMMITTED}}<section aria-labelledby="places"><h2 id="places">按区县看</h2>
<ul class="links">
{{#OFFICE}}<li><a href="{{OFFICE_HREF}}"><bdi>{{OFFICE_NAME}}</bdi></a></li>
{{/OFFICE}}</ul></section>
<section aria-labelledby="how"><h2 id="how">第一次来？</h2>
<ul class="links">
<li><a href="{{ROOT}}guides/what.html">什么是“双随机、一公开”</a></li>
<li><a href="{{ROOT}}guides/read-result.html">怎样看检查结果</a></li>
<li><a href="{{ROOT}}guides/objection.html">信息有误怎么办</a></li>
</ul></section>
