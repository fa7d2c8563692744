{{%AUTOESCAPE context="HTML"}}
<h1><bdi>{{TITLE}}</bdi></h1>
<p class="lead">{{LEAD}}</p>
<p>次数按已公开的检查结果计，年份按检查日期（没有写明的，按检查完成、结果产生、公示的日期）；不予公开、已撤回和公示期满的结果不计。公布年度检查频次上限的要求来自国办发〔2024〕54号，上限由检查机关申报，不是本站规定的。</p>
{{#NO_CAP}}<p class="empty">本区县没有申报这一年的年度检查频次上限，所以这里只数次数，不判断是否超过。</p>
{{/NO_CAP}}<ul>
{{#CAP}}<li>{{CAP_WORDS}}</li>
{{/CAP}}<li>{{JOINT_WORDS}}</li>
</ul>
<section aria-labelledby="times"><h2 id="times">检查了几次</h2>
<p>“0 次”是名录中所在区县为本区县、这一年没有公开检查结果的检查对象；未被检查不代表检查结论。{{#WITHOUT_PAGE}}{{WITHOUT_PAGE}}{{/WITHOUT_PAGE}}</p>
{{>CHART}}
</section>
<section aria-labelledby="often"><h2 id="often">{{OFTEN_WORDS}}</h2>
{{#NO_OFTEN}}<p class="empty">{{NO_OFTEN}}</p>
{{/NO_OFTEN}}{{>TABLE}}
{{#LEFT_OUT}}<p>{{LEFT_OUT}}</p>
{{/LEFT_OUT}}{{>PAGER}}
</section>
