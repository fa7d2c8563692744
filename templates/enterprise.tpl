{{%AUTOESCAPE context="HTML"}}
<h1><bdi>{{TITLE}}</bdi> <span class="edition"><code>{{CODE_1}}{{#CODE_2}}<i>{{CODE_2}}</i>{{/CODE_2}}{{#CODE_3}}<i>{{CODE_3}}</i>{{/CODE_3}}{{#CODE_4}}<i>{{CODE_4}}</i>{{/CODE_4}}</code></span></h1>
{{#NEVER_DRAWN}}<div class="empty"><p>这户在本站的检查对象名录中，<strong>至今没有被抽中过</strong>。未被抽中不代表检查结论。</p>
{{>ASK}}
</div>
{{/NEVER_DRAWN}}{{#SUMMARY}}<p class="lead">{{SUMMARY}}</p>
{{/SUMMARY}}
{{#WAITING}}<div class="empty"><p>{{WAITING}}结果公开之前，不代表任何检查结论。{{#WAITING_LATE}}过了期限还没有公开，是检查机关逾期，不说明这户有问题。{{/WAITING_LATE}}</p>
{{>ASK}}
</div>
{{/WAITING}}{{>TABLE}}
{{#VISITS_PART}}<section aria-labelledby="visits"><h2 id="visits">同一企业检查次数</h2>
<ul>
{{#VISIT_YEAR}}<li><a href="{{VISIT_HREF}}"><bdi>{{VISIT_OFFICE}}</bdi>{{VISIT_WORDS}}</a>（{{CAP_WORDS}}）{{#CAP_STATE}} <span class="state {{STATE_STYLE}}">{{STATE}}</span>{{/CAP_STATE}}</li>
{{/VISIT_YEAR}}</ul>
{{>VISITS}}
</section>
{{/VISITS_PART}}{{>FOLLOW_UPS}}
{{>PENALTIES}}
{{>DRAWINGS}}
{{#OFF_LIST}}<p>{{OFF_LIST_SAID}}{{#OFF_LIST_DRAW}} <a href="{{OFF_LIST_HREF}}">{{OFF_LIST_WORDS}}</a>{{/OFF_LIST_DRAW}}</p>
{{/OFF_LIST}}{{>LEDGER}}<section aria-labelledby="who"><h2 id="who">登记信息</h2>
{{>FACTS}}
</section>
{{#FEED_HREF}}<p><a href="{{FEED_HREF}}">关注此企业（Atom 订阅）</a>：再被抽中、有新的结果或更正时，阅读器会提醒。</p>
{{/FEED_HREF}}<p class="quiet">信息有误？<a href="{{ROOT}}guides/objection.html">纠错与异议</a>。</p>
