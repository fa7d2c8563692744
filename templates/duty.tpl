{{%AUTOESCAPE context="HTML"}}
<h1><bdi>{{TITLE}}</bdi></h1>
<p class="lead">{{REQUIREMENT}}</p>
{{#FIRST}}{{>FACTS}}
{{#NOTE}}<p>{{NOTE_WORDS}}</p>
{{/NOTE}}{{#DECLARED}}<p id="declared">申报数不是从数据里数出来的，由机关申报：{{DECLARED_WORDS}}{{#DECLARED_DAY}}（截至{{DECLARED_DAY}}）{{/DECLARED_DAY}}，来源：{{DECLARED_SOURCE}}。{{DECLARED_NOTE}}</p>
{{/DECLARED}}{{>MONTHS}}
{{/FIRST}}<ul class="links">
<li><a href="{{BOARD_HREF}}">回到各条要求</a></li>
</ul>
{{#DEPARTMENTS}}<section aria-labelledby="departments"><h2 id="departments">各部门</h2>
{{>TABLE}}
</section>
{{/DEPARTMENTS}}<section aria-labelledby="rows"><h2 id="rows">所计的各行</h2>
{{#NO_ROWS}}<p class="empty">这条要求现在没有可以列出的行。</p>
{{/NO_ROWS}}{{#LEFT_OUT}}<p class="notice">行数太多，另有 {{LEFT_OUT_COUNT}} 行没有在这里列出，但都数在内。它们在<a href="{{LEFT_OUT_HREF}}">整套数据的这张表</a>里，条件是：{{LEFT_OUT_WHERE}}。</p>
{{/LEFT_OUT}}<ul class="links">
{{#OUTCOME}}<li><a href="{{OUTCOME_HREF}}"><span class="state {{OUTCOME_STYLE}}">{{OUTCOME_WORD}}</span> {{OUTCOME_COUNT}}</a></li>
{{/OUTCOME}}</ul>
{{>DOWNLOADS}}
{{>TABLE}}
{{>PAGER}}
</section>
