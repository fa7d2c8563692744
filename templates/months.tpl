{{%AUTOESCAPE context="HTML"}}
<div class="figure months">
{{CHART:none}}
<details><summary>用表格看</summary>
<table><caption>{{MONTHS_TITLE}}</caption>
<thead><tr><th scope="col">月份</th><th scope="col" class="number">数字</th></tr></thead>
<tbody>{{#MONTH}}<tr><th scope="row">{{MONTH_WORDS}}</th><td class="number">{{MONTH_FIGURE}}</td></tr>
{{/MONTH}}</tbody></table>
</details>
</div>
