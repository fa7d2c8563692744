{{%AUTOESCAPE context="HTML"}}
<section aria-labelledby="attachments"><h2 id="attachments">附件</h2>
<ul class="attachments">
{{#ATTACHMENT}}<li><a href="{{ATTACHMENT_HREF}}" download="{{ATTACHMENT_SAVED}}"><bdi>{{ATTACHMENT_TITLE}}</bdi></a>（{{ATTACHMENT_KIND}}，{{ATTACHMENT_SIZE}}）<span class="also">{{ATTACHED_ON}}添加，{{REVIEWED_ON}}经人审查。SHA-256 指纹 <code>{{ATTACHMENT_SHA256}}</code></span></li>
{{/ATTACHMENT}}</ul>
</section>
