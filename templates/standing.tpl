{{%AUTOESCAPE context="HTML"}}
<section class="notice" aria-label="更正与撤回">
{{#WITHDRAWN}}<p><strong>本条信息已于{{WITHDRAWN_ON}}撤回。</strong>{{#WITHDRAWN_REASON}}原因：{{WITHDRAWN_REASON}}{{/WITHDRAWN_REASON}}</p>
<p>撤回后只保留编号、日期和原因。</p>
{{/WITHDRAWN}}{{#EXPIRED}}<p><strong>本条信息的公示期已于{{EXPIRED_ON}}届满，</strong>不再显示内容，只保留编号和日期。</p>
{{/EXPIRED}}{{#CORRECTED}}<p><strong>更正：</strong>{{SENTENCE}}</p>
{{/CORRECTED}}</section>
