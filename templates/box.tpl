{{%AUTOESCAPE context="HTML"}}
<form class="box{{#BOX_LARGE}} large-box{{/BOX_LARGE}}" role="search" action="{{ROOT}}search/" method="get"><label class="unseen" for="q">查企业、计划或文号</label><input type="search" id="q" name="q"{{#BOX_ASKED}} value=""{{/BOX_ASKED}} maxlength="80" autocomplete="off" placeholder="输入企业名称、统一社会信用代码、文号或拼音首字母"><button class="button" type="submit">查找</button></form>
