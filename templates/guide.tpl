{{%AUTOESCAPE context="HTML"}}
<article>
<h1>{{TITLE}}</h1>
{{ARTICLE:none}}
</article>
