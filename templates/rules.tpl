{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<p class="lead">各区县按自己执行的文件被要求做什么，做到了多少，截至{{AS_OF}}。数字从公开的数据里数出来，每一个都能点到它数的是哪些。</p>
{{>OVERVIEW}}
<ul class="links">
{{#ABOUT}}<li><a href="{{ROOT}}rules/about/">要求从哪些文件来、有什么不同</a></li>
{{/ABOUT}}<li><a href="{{ROOT}}deadlines/">期限：还没有完成的事项到哪一天为止</a></li>
<li><a href="{{ROOT}}overdue/">逾期未公开清单</a></li>
<li><a href="{{ROOT}}follow-ups/">后续处置</a></li>
<li><a href="{{ROOT}}statistics/">统计</a></li>
<li><a href="{{ROOT}}item-lists/">抽查事项清单</a></li>
<li><a href="{{ROOT}}offices/">区县与部门</a></li>
<li><a href="{{ROOT}}due.ics">期限日历（ICS）</a></li>
</ul>
<details><summary>怎样判断</summary>
<ul>
<li><span class="state good">达到</span>：数出来的比例或数量够了，或者每一项都按期完成。</li>
<li><span class="state bad">未达到</span>：不够，或者有逾期的。点开可以看到差的是哪些。</li>
<li><span class="state open">未到期</span>：还没有到判断的那一天，先看进度。</li>
<li><span class="state unknown">不能判断</span>：缺少数据、没有申报数，或者文件没有写要达到多少；页面上写明原因。</li>
<li>写明理由的例外不计入分母，但都列出来。分母是机关申报的，写明申报数和来源。</li>
<li>机器不能判断的要求也全部列出，本站不替人下结论。</li>
</ul></details>
{{#OFFICE}}<section aria-labelledby="{{OFFICE_ID}}"><h2 id="{{OFFICE_ID}}"><a href="{{OFFICE_HREF}}"><bdi>{{OFFICE_NAME}}</bdi></a></h2>
{{#COUNTS}}<p><strong>{{COUNTS}}</strong></p>
{{/COUNTS}}<p>{{STAND}}</p>
{{#NO_RULES}}<p class="empty">还没有载入本区县的规则，因此不判断是否逾期。</p>
{{/NO_RULES}}<ul class="links">
{{#YEAR}}<li><a href="{{YEAR_HREF}}">{{YEAR_WORDS}}</a></li>
{{/YEAR}}</ul>
{{>TABLE}}
</section>
{{/OFFICE}}
