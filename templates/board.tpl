{{%AUTOESCAPE context="HTML"}}
<h1><bdi>{{TITLE}}</bdi></h1>
<p class="lead">机器判断的要求 {{COUNT}} 条：{{COUNTS}}。每个数字都可以点开，看它数的是哪些。</p>
{{#OF_DEPARTMENT}}<p>这里只列能分到本部门的要求。</p>
{{/OF_DEPARTMENT}}<ul class="sources">
{{#DOCUMENT}}<li>依据 {{#LINKED}}<a href="{{HREF}}"><bdi>{{DOCUMENT_TITLE}}</bdi></a>{{/LINKED}}{{#PLAIN}}<bdi>{{DOCUMENT_TITLE}}</bdi>{{/PLAIN}}{{#DOCUMENT_NUMBER}}（{{DOCUMENT_NUMBER}}）{{/DOCUMENT_NUMBER}}</li>
{{/DOCUMENT}}</ul>
<ul class="links">
{{#MORE}}<li><a href="{{MORE_HREF}}"><bdi>{{MORE_WORDS}}</bdi></a></li>
{{/MORE}}</ul>
<section aria-labelledby="matrix"><h2 id="matrix">各条要求</h2>
{{#STANDING_ANCHOR}}<span id="{{STANDING}}"></span>{{/STANDING_ANCHOR}}{{>MATRIX}}
{{>DOWNLOADS}}
</section>
{{#DEPARTMENTS}}<section aria-labelledby="departments"><h2 id="departments">各部门</h2>
{{>TABLE}}
</section>
{{/DEPARTMENTS}}{{#DUTY}}<section class="duty" aria-labelledby="{{ANCHOR}}"><h2 id="{{ANCHOR}}"><bdi>{{DUTY_CODE}} {{DUTY_NAME}}</bdi></h2>
<p>{{REQUIREMENT}}{{#EXCEPTION}}（{{EXCEPTION}}）{{/EXCEPTION}}{{#SOURCE}}<span class="also">依据 {{#LINKED}}<a href="{{HREF}}"><bdi>{{SOURCE_WORDS}}</bdi></a>{{/LINKED}}{{#PLAIN}}<bdi>{{SOURCE_WORDS}}</bdi>{{/PLAIN}}</span>{{/SOURCE}}</p>
<p class="standing"><strong class="state {{STATE_STYLE}}">{{STATE}}</strong>{{#FIGURE}} {{#NUMERATOR}}<span class="ratio">{{#LINKED}}<a href="{{HREF}}">{{NUMBER}}</a>{{/LINKED}}{{#PLAIN}}{{NUMBER}}{{/PLAIN}}{{/NUMERATOR}}{{#DENOMINATOR}} / {{#LINKED}}<a href="{{HREF}}">{{NUMBER}}</a>{{/LINKED}}{{#PLAIN}}{{NUMBER}}{{/PLAIN}}{{/DENOMINATOR}}{{#PERCENT}} = {{PERCENT}}{{/PERCENT}}{{#NUMERATOR}}</span>{{/NUMERATOR}}{{/FIGURE}}{{#THRESHOLD}} <span class="quiet">要求 {{THRESHOLD}}</span>{{/THRESHOLD}}</p>
{{#REASON}}<p class="empty">{{REASON}}</p>
{{/REASON}}{{#NOTE}}<p class="quiet">{{NOTE_WORDS}}</p>
{{/NOTE}}{{>MONTHS}}
{{#MISSING}}<p>{{MISSING_WORD}}的{{#MISSING_ALL}}（共 {{MISSING_ALL}} 项，先列几项）{{/MISSING_ALL}}：</p>
<ul class="missing">{{#ROW}}<li>{{#LINKED}}<a href="{{HREF}}"><bdi>{{ROW_NAME}}</bdi></a>{{/LINKED}}{{#PLAIN}}<bdi>{{ROW_NAME}}</bdi>{{/PLAIN}}{{#ROW_DAY}} <span class="quiet">{{ROW_DAY}}</span>{{/ROW_DAY}}</li>
{{/ROW}}</ul>
{{#MISSING_ALL}}<p><a href="{{MISSING_HREF}}">全部 {{MISSING_ALL}} 项</a></p>
{{/MISSING_ALL}}{{/MISSING}}{{#ROWS}}<p class="links"><a href="{{ROWS_HREF}}">怎样数的、每一行是什么</a></p>
{{/ROWS}}</section>
{{/DUTY}}{{#OTHERS}}<section aria-labelledby="others"><h2 id="others">没有判断的要求（{{OTHERS_COUNT}} 条）</h2>
<p>机器不能判断的要求没有可以数的数据，本站不替人下结论，只列出来。</p>
<ul class="others">
{{#OTHER}}<li id="{{OTHER_ANCHOR}}"><bdi>{{OTHER_CODE}}</bdi> {{OTHER_WORDS}}（{{OTHER_WHY}}）{{#OTHER_CLAUSE}} <span class="quiet">{{OTHER_CLAUSE}}</span>{{/OTHER_CLAUSE}}</li>
{{/OTHER}}</ul></section>
{{/OTHERS}}
