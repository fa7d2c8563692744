{{%AUTOESCAPE context="HTML"}}
<h1><bdi>{{TITLE}}</bdi></h1>
<p class="downloads"><a href="{{XLSX_HREF}}" download>下载本汇总和各表（XLSX）</a></p>
{{#RUNNING}}<p class="notice">{{RUNNING}}还没有结束，数字会随以后的发布变化。</p>
{{/RUNNING}}<div class="report-line"><span>单位名称（盖章）：<i class="rule"></i></span><span>填表时间：<i class="rule short"></i>年<i class="rule shorter"></i>月<i class="rule shorter"></i>日</span></div>
{{>ROWS}}
<p class="quiet small">数字都从公开的记录重新计算，不是各月相加：抽取按抽取日期计，结果按公示日期计，不予公开、已撤回和公示期满的不计。留空的由填表人填写。</p>
<section aria-labelledby="months"><h2 id="months">各月</h2>
<p>同一户在两个月里都有结果，每个月各算一户，{{PERIOD}}只算一户，所以各月相加可能多于全部。</p>
{{>MONTHS}}
</section>
<section aria-labelledby="units"><h2 id="units">各单位</h2>
<p>几个部门一起检查的，每个部门都算参加了一次，所以各单位的户次相加可能多于全部。</p>
{{#UNITS_PART}}{{#NO_UNITS}}<p class="empty">没有单位公开抽取或者检查结果。</p>
{{/NO_UNITS}}{{>UNITS}}
{{#LEFT_OUT}}<p>{{LEFT_OUT}}</p>
{{/LEFT_OUT}}{{/UNITS_PART}}</section>
<section aria-labelledby="outcomes"><h2 id="outcomes">结果分类</h2>
{{#NO_OUTCOMES}}<p class="empty">没有公示检查结果。</p>
{{/NO_OUTCOMES}}{{>OUTCOMES}}
</section>
<section aria-labelledby="problems"><h2 id="problems">发现问题的检查对象</h2>
{{#PROBLEMS_PART}}{{#NO_PROBLEMS}}<p class="empty">公示的结果里，没有发现问题的。</p>
{{/NO_PROBLEMS}}{{>PROBLEMS}}
{{#LEFT_OUT}}<p>{{LEFT_OUT}}</p>
{{/LEFT_OUT}}{{/PROBLEMS_PART}}</section>
<section aria-labelledby="items"><h2 id="items">检查事项</h2>
{{#ITEMS_PART}}{{#NO_ITEMS}}<p class="empty">数据没有写明检查事项。</p>
{{/NO_ITEMS}}{{>ITEMS}}
{{#LEFT_OUT}}<p>{{LEFT_OUT}}</p>
{{/LEFT_OUT}}{{/ITEMS_PART}}</section>
<section aria-labelledby="draws"><h2 id="draws">抽取和抽查名单</h2>
{{#DRAWS_PART}}{{#NO_DRAWS}}<p class="empty">没有公开的抽取。</p>
{{/NO_DRAWS}}{{>DRAWS}}
{{#LEFT_OUT}}<p>{{LEFT_OUT}}</p>
{{/LEFT_OUT}}{{/DRAWS_PART}}{{#YEAR_FILE}}{{#DRAWN_LIST}}<p class="downloads">全年抽查名单（{{DRAWN_ROWS}} 行）：<a href="{{DRAWN_CSV}}" download>CSV</a>{{#DRAWN_XLSX}} <a href="{{DRAWN_XLSX}}" download>XLSX</a>{{/DRAWN_XLSX}}</p>
{{/DRAWN_LIST}}{{/YEAR_FILE}}</section>
{{#YEAR_FILE}}<section aria-labelledby="findings"><h2 id="findings">规则的进度</h2>
<p>本年各条规则的进度，怎样计算见<a href="{{ROOT}}rules/">规则与进度</a>。</p>
{{#NO_FINDINGS}}<p class="empty">本年没有可以由本站判断的规则。</p>
{{/NO_FINDINGS}}{{>FINDINGS}}
</section>
{{/YEAR_FILE}}
