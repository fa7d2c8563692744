{{%AUTOESCAPE context="HTML"}}
<h1><bdi>{{TITLE}}</bdi></h1>
{{>FACTS}}
{{#OVERDUE}}<section aria-labelledby="overdue"><h2 id="overdue">逾期未公开</h2>
{{#NONE}}<p class="empty">没有以本部门名义抽取而结果逾期未公开的。</p>
{{/NONE}}{{#LEFT_OUT}}<p>{{LEFT_OUT}}</p>
{{/LEFT_OUT}}{{>TABLE}}
</section>
{{/OVERDUE}}{{#TASKS}}<section aria-labelledby="tasks"><h2 id="tasks">抽查任务</h2>
<p>按计划表里写的发起、配合和检查部门的名称对上的任务，新的在前。</p>
{{#NONE}}<p class="empty">计划表里没有写到本部门的任务。</p>
{{/NONE}}{{#LEFT_OUT}}<p>{{LEFT_OUT}}</p>
{{/LEFT_OUT}}{{>TABLE}}
</section>
{{/TASKS}}{{#RESULTS}}<section aria-labelledby="results"><h2 id="results">检查结果</h2>
{{#NONE}}<p class="empty">还没有本部门检查后公开的结果。</p>
{{/NONE}}<ul class="links">
{{#YEAR}}<li><a href="{{YEAR_HREF}}">{{YEAR_WORDS}}</a>（{{YEAR_COUNT}} 条）</li>
{{/YEAR}}</ul></section>
{{/RESULTS}}{{#FOLLOW_UPS}}<section aria-labelledby="followups"><h2 id="followups">未完结的后续处置</h2>
{{#NONE}}<p class="empty">没有未完结的后续处置。</p>
{{/NONE}}{{#LEFT_OUT}}<p>{{LEFT_OUT}}</p>
{{/LEFT_OUT}}{{>TABLE}}
</section>
{{/FOLLOW_UPS}}{{#DOCUMENTS}}<section aria-labelledby="documents"><h2 id="documents">本部门的计划和清单</h2>
{{#NONE}}<p class="empty">本部门没有单独公开的计划和清单。部门联合的计划见区县的页面。</p>
{{/NONE}}<ul class="links">
{{#DOCUMENT}}<li><a href="{{DOCUMENT_HREF}}"><bdi>{{DOCUMENT_WORDS}}</bdi></a></li>
{{/DOCUMENT}}</ul></section>
{{/DOCUMENTS}}
<ul class="links">
{{#BOARD}}<li><a href="{{BOARD_HREF}}">{{BOARD_WORDS}}</a></li>
{{/BOARD}}<li><a href="{{FEED_HREF}}">订阅本部门的更新（Atom）</a></li>
</ul>
