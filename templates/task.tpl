{{%AUTOESCAPE context="HTML"}}
<h1><bdi>{{TITLE}}</bdi></h1>
<section aria-labelledby="timeline"><h2 id="timeline">进展</h2>
{{#NO_STEPS}}<p class="empty">这项任务还没有可以公开的日期。</p>
{{/NO_STEPS}}<ol class="timeline">
{{#STEP}}<li><strong>{{STEP_NAME}}</strong>{{#STEP_WHEN}} {{STEP_WHEN}}{{/STEP_WHEN}}{{#STEP_HREF}} <a href="{{STEP_HREF}}">{{STEP_WORDS}}</a>{{/STEP_HREF}}{{#STEP_PLAIN}} {{STEP_PLAIN}}{{/STEP_PLAIN}}{{#STEP_STATE}} <span class="state {{STATE_STYLE}}">{{STATE_WORD}}</span>{{/STEP_STATE}}{{#STEP_DUE}}<span class="also">{{STEP_DUE}}</span>{{/STEP_DUE}}</li>
{{/STEP}}</ol>
</section>
<section aria-labelledby="planned"><h2 id="planned">计划内容</h2>
{{>FACTS}}
</section>
<section aria-labelledby="draws"><h2 id="draws">抽取</h2>
{{#NO_DRAWS}}<p class="empty">这项任务还没有公开的抽取。</p>
{{/NO_DRAWS}}{{>DRAWS}}
</section>
<section aria-labelledby="results"><h2 id="results">检查结果</h2>
<p>{{RESULT_WORDS}}</p>
{{>TABLE}}
{{>PAGER}}
</section>
{{>LEDGER}}{{>ATTACHMENTS}}{{>CITATION}}
