{{%AUTOESCAPE context="HTML"}}
{{#ISSUER}}<div class="red-head print-only"><p class="issuer">{{ISSUER}}</p>
{{#DOCUMENT_NUMBER}}<p>{{DOCUMENT_NUMBER}}</p>
{{/DOCUMENT_NUMBER}}</div>
{{/ISSUER}}<h1><bdi>{{NAME}}</bdi> <span class="edition">{{EDITION}} · <span class="state {{VALIDITY_STYLE}}">{{VALIDITY}}</span></span></h1>
{{#SUMMARY}}<p class="lead">{{SUMMARY}}</p>
{{/SUMMARY}}{{#VOIDED_DAY}}<section class="notice" aria-label="作废"><p><strong>这一版已于{{VOIDED_DAY}}作废。</strong>{{#VOIDED_BY}}作出决定的机关：<bdi>{{VOIDED_BY}}</bdi>。{{/VOIDED_BY}}{{#VOIDED_REASON}}理由：<bdi>{{VOIDED_REASON}}</bdi>{{/VOIDED_REASON}}</p>
<p>作废的内容仍然保留，供查阅和对比。{{#IN_FORCE}}现行的是<a href="{{IN_FORCE_HREF}}">{{IN_FORCE_WORDS}}</a>。{{/IN_FORCE}}{{#NOTHING_IN_FORCE}}目前没有现行的版本。{{/NOTHING_IN_FORCE}}</p></section>
{{/VOIDED_DAY}}{{>FACTS}}
{{>STANDING}}
{{#CHAIN}}<nav class="chain" aria-label="历次版本"><ol>
{{#CHAIN_LINK}}<li>{{#CHAIN_HREF}}<a href="{{CHAIN_HREF}}">{{CHAIN_WORDS}}</a>{{/CHAIN_HREF}}{{#CHAIN_HERE}}<strong aria-current="page">{{CHAIN_WORDS}}</strong>{{/CHAIN_HERE}}{{#CHAIN_CHANGES}}（{{CHAIN_COUNT}} 处）{{/CHAIN_CHANGES}}{{#CHAIN_NEWEST}} <span class="tag">现行</span>{{/CHAIN_NEWEST}}{{#CHAIN_DATE}}<span class="also">{{CHAIN_DATE}}</span>{{/CHAIN_DATE}}</li>
{{/CHAIN_LINK}}</ol></nav>
{{/CHAIN}}{{#CHANGED}}<section aria-labelledby="changed"><h2 id="changed">本次调整了什么</h2>
<p>{{CHANGE_WORDS}}{{#REASON}}理由：<bdi>{{REASON}}</bdi>{{/REASON}}</p>
{{>DIFFERENCE}}
<ul class="links">
{{#COMPARISON}}<li><a href="{{COMPARISON_HREF}}">{{COMPARISON_WORDS}}</a></li>
{{/COMPARISON}}</ul></section>
{{/CHANGED}}{{#ISSUER}}<p class="signature print-only">{{ISSUER}}{{#WRITTEN_ON}}<br>{{WRITTEN_ON}}{{/WRITTEN_ON}}</p>
{{/ISSUER}}<section class="annex" aria-labelledby="rows"><h2 id="rows">全文表格</h2>
{{#NO_ROWS}}<p class="empty">这一版没有公开的表格行。</p>
{{/NO_ROWS}}{{>DOWNLOADS}}
{{#REPEATED}}<p>各行相同的栏目，只在这里写一次：</p>
{{/REPEATED}}{{>REPEATED_FACTS}}
{{>TABLE}}
</section>
{{>LEDGER}}{{>ATTACHMENTS}}{{>CITATION}}
