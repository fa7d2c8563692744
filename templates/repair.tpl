{{%AUTOESCAPE context="HTML"}}
<section class="notice" aria-label="公示期与信用修复">
<p><strong>公示到<time datetime="{{EXPIRES_ON}}">{{EXPIRES_DAY}}</time>。</strong>到期自动停止公示，不需要申请，也不收费。</p>
{{#REPAIR_RULES}}<p>义务已经履行、公示满规定的最短时间的，可以提前停止公示，这叫“信用修复”：在“信用中国”网站申请，免费，由它转有关机关办理。办法见《信用修复管理办法》（国家发展改革委令第36号，2026年4月1日起施行）。本站与“信用中国”不一致的，以“信用中国”为准。</p>
{{/REPAIR_RULES}}</section>
