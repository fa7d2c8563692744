{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<p class="lead">同样是“双随机、一公开”，各地文件要求的期限、比例和做法不一样。所以本站不用一把尺子量所有区县：每个区县按它自己执行的文件判断。这里用自己的话说明每份文件，不是原文；以正式文件为准。</p>
<ul class="guides">
{{#TEXT_LINK}}<li><a href="{{TEXT_HREF}}">{{TEXT_TITLE}}</a></li>
{{/TEXT_LINK}}</ul>
{{#COMPARISON}}<section aria-labelledby="comparison"><h2 id="comparison">几份文件的差别</h2>
{{>TABLE}}
</section>
{{/COMPARISON}}
