{{%AUTOESCAPE context="HTML"}}
<h1><bdi>{{TITLE}}</bdi></h1>
{{>STANDING}}
{{#VERDICT}}<p class="verdict"><strong class="state {{STATE_STYLE}}">{{STATE}}</strong> {{VERDICT}}{{#WITHHELD}}{{WITHHELD}}{{/WITHHELD}}</p>
{{/VERDICT}}{{#CHANGED}}<p class="notice">{{CHANGED}}</p>
{{/CHANGED}}{{#OTHER}}<p>{{OTHER_BEFORE}}<a href="{{OTHER_HREF}}">{{OTHER_TITLE}}</a>。</p>
{{/OTHER}}{{#VERIFY_HREF}}<p class="find"><a class="button" href="{{VERIFY_HREF}}">{{VERIFY_WORDS}}</a> <a href="#pool">我在抽查池中吗？</a></p>
{{/VERIFY_HREF}}{{#NUMBER}}<section aria-labelledby="number"><h2 id="number">请记下抽取编号</h2>
<p>{{NUMBER_WORDS}}</p>
<p><code class="long-code">{{#GROUP}}<i>{{GROUP}}</i>{{/GROUP}}</code></p>
</section>
{{/NUMBER}}{{#PAPER}}<p class="print-only">抽取编号：{{DIGEST}}，公布于 {{ANNOUNCED}}。</p>
{{/PAPER}}{{#MEANING}}<div class="two">
<section aria-labelledby="shows"><h2 id="shows">这说明什么</h2>
<ul>
{{#SHOWS}}<li>{{SENTENCE}}</li>
{{/SHOWS}}</ul></section>
<section aria-labelledby="shows-not"><h2 id="shows-not">这不能说明什么</h2>
<ul>
{{#SHOWS_NOT}}<li>{{SENTENCE}}</li>
{{/SHOWS_NOT}}</ul></section>
</div>
<p><a href="{{ROOT}}guides/read-draw.html">这些抽取可以自己核验：一分钟看懂</a>；<a href="{{ROOT}}guides/audit-draw.html">怎样审核一次抽取</a></p>
{{/MEANING}}{{#TIMELINE}}<section aria-labelledby="timeline"><h2 id="timeline">经过</h2>
<ol class="timeline">
{{#STEP}}<li><strong>{{STEP_NAME}}</strong>{{#STEP_WHEN}} {{STEP_WHEN}}{{/STEP_WHEN}}{{#STEP_HREF}} <a href="{{STEP_HREF}}">{{STEP_WORDS}}</a>{{/STEP_HREF}}{{#STEP_STATE}} <span class="state {{STATE_STYLE}}">{{STATE_WORD}}</span>{{/STEP_STATE}}{{#STEP_ALSO}}<span class="also">{{STEP_ALSO}}</span>{{/STEP_ALSO}}</li>
{{/STEP}}</ol></section>
{{/TIMELINE}}{{#POOL}}<section aria-labelledby="pool"><h2 id="pool">我在抽查池中吗？</h2>
{{#POOL_WORDS}}<p>{{POOL_WORDS}}</p>
{{/POOL_WORDS}}{{>POOL_BOX}}
</section>
{{/POOL}}{{#STRATA}}<section aria-labelledby="strata"><h2 id="strata">各层应抽和实抽</h2>
{{#STRATA_WORDS}}<p>{{STRATA_WORDS}}</p>
{{/STRATA_WORDS}}{{>STRATA_TABLE}}
{{>EXCLUSIONS}}
{{#CHARTS}}<h3>名单里的户数与应抽户数</h3>
{{/CHARTS}}{{>STRATA_CHART}}
{{#TICKETS}}<h3>票号的分布</h3>
<p>把全部可能的票号从小到大平分成十段，数一数每段有多少户参加抽取的对象。票号是随机的，所以各段应当差不多，小的差别是正常的。</p>
{{/TICKETS}}{{>HISTOGRAM}}
</section>
{{/STRATA}}{{#REDRAW}}<section aria-labelledby="redraw"><h2 id="redraw">与另一次抽取对照</h2>
<p>{{REDRAW_WORDS}}</p>
{{#REDRAW_DIFFERENT}}<details><summary>列出不同的 {{REDRAW_DIFFERENT}} 户</summary>
{{>REDRAW_TABLE}}
</details>
{{/REDRAW_DIFFERENT}}</section>
{{/REDRAW}}<section aria-labelledby="list"><h2 id="list">抽查名单</h2>
{{#LIST_WORDS}}<p class="empty">{{LIST_WORDS}}</p>
{{/LIST_WORDS}}{{>DOWNLOADS}}
{{>TABLE}}
{{>PAGER}}
<p class="quiet">被抽中只说明被随机选到，不说明有问题。检查结果以公示的结果为准。</p>
</section>
{{#RECOMPUTE}}<section aria-labelledby="recompute"><h2 id="recompute">{{RECOMPUTE_TITLE}}</h2>
<p>{{RECOMPUTE_BEFORE}}<a href="{{VERIFY_HREF}}">{{RECOMPUTE_WORDS}}</a>{{RECOMPUTE_AFTER}}</p>
<p>不用浏览器也可以：把<a href="#files">下面的文件</a>放进同一个文件夹，断开网络，任选一个程序（<a href="{{PROGRAMS_HREF}}">下载程序</a>）。</p>
<pre>gongshi draw verify 文件夹
python3 verify.py 文件夹
node verify.mjs 文件夹</pre>
</section>
{{/RECOMPUTE}}{{#FILES}}<section aria-labelledby="files"><h2 id="files">下载</h2>
{{>FILES_TABLE}}
</section>
{{/FILES}}{{#FINGERPRINTS}}<details><summary>指纹和随机源（供程序和审计使用）</summary>
<dl class="facts prints">
{{#PRINT}}<div><dt>{{TERM}}</dt><dd><code class="long-code">{{#GROUP}}<i>{{GROUP}}</i>{{/GROUP}}</code></dd></div>
{{/PRINT}}</dl>
{{>SOURCE}}
</details>
{{/FINGERPRINTS}}<section aria-labelledby="record"><h2 id="record">登记的事项</h2>
{{>FACTS}}
</section>
{{>LEDGER}}{{>ATTACHMENTS}}{{>CITATION}}
