{{%AUTOESCAPE context="HTML"}}
<section class="notice" aria-label="更正、撤回与异议">
{{#WITHDRAWN}}<p><strong>本条信息已于{{WITHDRAWN_ON}}撤回。</strong>{{#WITHDRAWN_REASON}}原因：<bdi>{{WITHDRAWN_REASON}}</bdi>{{/WITHDRAWN_REASON}}</p>
<p>撤回后只保留编号、日期和原因，内容不再显示、搜索和下载；这个网址一直有效。</p>
<p>还需要原来的内容，可以向检查机关<a href="{{ROOT}}withheld/#ask">申请公开</a>；认为不该撤回，见<a href="{{ROOT}}guides/objection.html">纠错与异议</a>。</p>
{{/WITHDRAWN}}{{#EXPIRED}}<p><strong>本条信息的公示期已于{{EXPIRED_ON}}届满，</strong>自动停止公示，不需要申请。</p>
<p>公示期满后只保留编号和日期，内容不再显示、搜索和下载；这个网址一直有效。公示期满不等于原来的信息有误。</p>
<p>还需要原来的内容，可以向检查机关<a href="{{ROOT}}withheld/#ask">申请公开</a>。</p>
{{/EXPIRED}}{{#OBJECTED}}<p><strong class="state {{OBJECTED_STYLE}}">{{OBJECTED_STATE}}</strong>，受理编号 {{OBJECTED_RECEIPT}}。<a href="#objections">看异议</a></p>
{{/OBJECTED}}{{#CORRECTIONS}}<p><strong>本页内容更正过 {{TIMES}} 次</strong>，最近一次在{{LAST}}。<a href="#corrections">看改了什么、为什么</a></p>
{{/CORRECTIONS}}{{#CORRECTED}}<p><strong>更正：</strong><bdi>{{SENTENCE}}</bdi></p>
{{/CORRECTED}}</section>
