{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<ul class="guides">
<li><a href="{{ROOT}}plans/">抽查计划</a>，<a href="{{ROOT}}tasks/">抽查任务</a>，<a href="{{ROOT}}item-lists/">抽查事项清单</a></li>
<li><a href="{{ROOT}}draws/">抽取</a>，<a href="{{ROOT}}verify/">核验</a></li>
<li><a href="{{ROOT}}results/">检查结果</a>，<a href="{{ROOT}}overdue/">逾期未公开</a>，<a href="{{ROOT}}follow-ups/">后续处置</a>，<a href="{{ROOT}}penalties/">行政处罚</a></li>
<li><a href="{{ROOT}}search/">查企业</a></li>
<li><a href="{{ROOT}}rules/">规则与进度</a>，<a href="{{ROOT}}deadlines/">期限</a>，<a href="{{ROOT}}statistics/">统计</a></li>
<li><a href="{{ROOT}}offices/">区县与部门</a>{{#OFFICE}}，<a href="{{OFFICE_HREF}}"><bdi>{{OFFICE_NAME}}</bdi></a>{{/OFFICE}}</li>
<li><a href="{{ROOT}}data/">数据</a>，<a href="{{ROOT}}data/fields/">数据字典</a>，<a href="{{ROOT}}api/">接口</a>，<a href="{{ROOT}}changes/">公开日志</a>，<a href="{{ROOT}}withheld/">没有公开的</a>，<a href="{{ROOT}}feed.xml">订阅更新（Atom）</a></li>
<li><a href="{{ROOT}}guides/">使用指南</a>，<a href="{{ROOT}}contact/">纠错与咨询</a></li>
</ul>
