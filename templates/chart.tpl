{{%AUTOESCAPE context="HTML"}}
<div class="figure">
{{CHART:none}}
<details><summary>用表格看</summary>
{{>TABLE}}
</details>
</div>
