{{%AUTOESCAPE context="HTML"}}
<div class="difference">
{{#ADDED}}<h3><span class="mark" aria-hidden="true">＋</span>新增 {{ADDED_COUNT}} 项</h3>
<ul>
{{#ADDED_ROW}}<li><ins>{{#ROW_HREF}}<a href="{{ROW_HREF}}"><bdi>{{ROW_NAME}}</bdi></a>{{/ROW_HREF}}{{#ROW_PLAIN}}<bdi>{{ROW_NAME}}</bdi>{{/ROW_PLAIN}}</ins>{{#ROW_REASON}}<span class="also">理由：<bdi>{{ROW_REASON}}</bdi></span>{{/ROW_REASON}}</li>
{{/ADDED_ROW}}</ul>
{{/ADDED}}{{#DROPPED}}<h3><span class="mark" aria-hidden="true">－</span>取消 {{DROPPED_COUNT}} 项</h3>
<ul>
{{#DROPPED_ROW}}<li><del>{{#ROW_HREF}}<a href="{{ROW_HREF}}"><bdi>{{ROW_NAME}}</bdi></a>{{/ROW_HREF}}{{#ROW_PLAIN}}<bdi>{{ROW_NAME}}</bdi>{{/ROW_PLAIN}}</del>{{#ROW_REASON}}<span class="also">理由：<bdi>{{ROW_REASON}}</bdi></span>{{/ROW_REASON}}</li>
{{/DROPPED_ROW}}</ul>
{{/DROPPED}}{{>MODIFIED_TABLE}}
{{#UNCHANGED}}<details><summary>没有变化的{{ROW_WORD}} {{UNCHANGED_COUNT}} 项</summary>
<ul>
{{#UNCHANGED_ROW}}<li>{{#ROW_HREF}}<a href="{{ROW_HREF}}"><bdi>{{ROW_NAME}}</bdi></a>{{/ROW_HREF}}{{#ROW_PLAIN}}<bdi>{{ROW_NAME}}</bdi>{{/ROW_PLAIN}}</li>
{{/UNCHANGED_ROW}}</ul></details>
{{/UNCHANGED}}</div>
