{{%AUTOESCAPE context="HTML"}}
{{#STATEMENTS}}<section class="said" id="statements" aria-labelledby="said"><h2 id="said">企业陈述，未经核实</h2>
<p class="quiet">下面是企业自己的话，由企业负责。检查机关和本站都没有核实，不是检查结论。</p>
{{#STATEMENT}}<figure>{{#STATEMENT_BODY}}<blockquote>{{#STATEMENT_LINE}}<p><bdi>{{LINE}}</bdi></p>{{/STATEMENT_LINE}}</blockquote>
{{/STATEMENT_BODY}}{{#STATEMENT_WITHDRAWN}}<p>这份陈述已于{{WITHDRAWN_DAY}}撤回。{{#WITHDRAWN_REASON}}原因：<bdi>{{WITHDRAWN_REASON}}</bdi>{{/WITHDRAWN_REASON}}</p>
{{/STATEMENT_WITHDRAWN}}<figcaption>企业陈述，未经核实。{{#RECEIVED}}<time datetime="{{RECEIVED_ON}}">{{RECEIVED_DAY}}</time>收到。{{/RECEIVED}}{{#ABOUT_HREF}}<a href="{{ABOUT_HREF}}">说的是这条检查结果</a>{{/ABOUT_HREF}}{{#STATEMENT_CORRECTED}}企业更正过：<bdi>{{SENTENCE}}</bdi>{{/STATEMENT_CORRECTED}}</figcaption></figure>
{{/STATEMENT}}</section>
{{/STATEMENTS}}{{#OBJECTIONS}}<section id="objections" aria-labelledby="objected"><h2 id="objected">异议</h2>
<p class="quiet">对公开的信息有异议的，受理后在记录旁标注，办完写明结果。怎样提出、多久办完，见<a href="{{ROOT}}guides/objection.html">纠错与异议</a>。</p>
{{#OBJECTION}}<p><strong class="state {{OBJECTION_STYLE}}">{{OBJECTION_STATE}}</strong></p>
{{>OBJECTION_FACTS}}
{{/OBJECTION}}</section>
{{/OBJECTIONS}}{{#CORRECTIONS}}<section id="corrections" aria-labelledby="corrected"><h2 id="corrected">更正</h2>
{{#CORRECTION}}<p><strong><time datetime="{{CORRECTED_ON}}">{{CORRECTED_DAY}}</time>更正{{CORRECTED_KIND}}。</strong>{{#CORRECTED_REASON}}理由：<bdi>{{CORRECTED_REASON}}</bdi>{{/CORRECTED_REASON}}</p>
{{#CORRECTED_HIDDEN}}<p class="quiet">有的栏目更正前的内容依法不公开，这里不列出。</p>
{{/CORRECTED_HIDDEN}}{{>TABLE}}
{{/CORRECTION}}</section>
{{/CORRECTIONS}}
