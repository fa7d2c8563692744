{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<p class="lead">{{EXPLANATION}}</p>
{{>FACTS}}
{{#CODES}}<section aria-labelledby="codes"><h2 id="codes">可能的值</h2>
<p>{{CODES_WORDS}}</p>
{{>CODE_TABLE}}
</section>
{{/CODES}}<section aria-labelledby="where"><h2 id="where">在哪里</h2>
{{>WHERE}}
{{#REFERS}}<p>指向<a href="{{REFERS_HREF}}">{{REFERS_WORDS}}</a>。</p>
{{/REFERS}}{{#ELSEWHERE}}<p>别的表里同名的字段：</p>
<ul class="links">
{{#OTHER}}<li><a href="{{OTHER_HREF}}">{{OTHER_WORDS}}</a></li>
{{/OTHER}}</ul>
{{/ELSEWHERE}}</section>
{{#SPELLINGS}}<section aria-labelledby="sheets"><h2 id="sheets">来自表格的哪一栏</h2>
<p>经办人导入的表格里，下面这些表头都认作本字段：{{SPELLINGS}}。</p>
</section>
{{/SPELLINGS}}
