{{%AUTOESCAPE context="HTML"}}
<form class="fields" id="pool-box" action="{{POOL_HREF}}" method="get" data-pool="{{POOL_HREF}}">
<label for="pool-code">统一社会信用代码或注册号</label>
<input type="text" id="pool-code" name="code" size="24" maxlength="60" required autocomplete="off" autocapitalize="characters" spellcheck="false">
<button class="button" type="submit">查</button>
</form>
<div id="pool-answer" role="status"></div>
<script src="{{POOL_SCRIPT}}" defer></script>
