{{%AUTOESCAPE context="HTML"}}
<h1><bdi>{{WHO}}</bdi></h1>
{{>STANDING}}
{{#OUTCOME}}<p class="lead">检查结果：<span class="state {{OUTCOME_STYLE}}"><bdi>{{OUTCOME_WORDS}}</bdi></span></p>
{{/OUTCOME}}{{>FACTS}}
{{#OUTCOME}}<section aria-labelledby="dates"><h2 id="dates">时间</h2>
{{/OUTCOME}}{{>DATES}}
{{>REPAIR}}{{#OUTCOME}}</section>
{{/OUTCOME}}{{>FOLLOW_UPS}}
{{#PENALTY}}<p>由此作出的行政处罚：<a href="{{PENALTY_HREF}}"><bdi>{{PENALTY_WORDS}}</bdi></a></p>
{{/PENALTY}}{{>LEDGER}}{{#OUTCOME}}<p class="quiet">信息有误？见<a href="{{ROOT}}guides/objection.html">纠错与异议</a>。结果编号：{{NUMBER}}。</p>
{{/OUTCOME}}{{>ATTACHMENTS}}{{>CITATION}}
