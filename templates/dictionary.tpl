{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<p class="lead">本站数据的每一个字段。JSON 文件用“文件中的名称”，表格用中文名称。关于个人的字段不公开，不在其中。</p>
<ul class="links">
{{#KIND}}<li><a href="#{{KIND_ID}}">{{KIND_NAME}}</a></li>
{{/KIND}}</ul>
{{#KIND}}<section aria-labelledby="{{KIND_ID}}"><h2 id="{{KIND_ID}}">{{KIND_NAME}}</h2>
{{>TABLE}}
</section>
{{/KIND}}
