{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<p class="lead">查询服务答不上来时，回复是 application/problem+json（RFC 9457）：<code>type</code> 指到这里的一节，<code>title</code> 是种类，<code>status</code> 是 HTTP 状态，<code>detail</code> 说这一次错在哪里，<code>errors</code> 列出全部错误。</p>
<pre>{{EXAMPLE}}</pre>
{{#PROBLEM}}<section aria-labelledby="{{NAME}}"><h2 id="{{NAME}}">{{PROBLEM_TITLE}}（{{STATUS}}）</h2>
<p>{{MEANING}}</p>
<p>{{ADVICE}}</p>
</section>
{{/PROBLEM}}
