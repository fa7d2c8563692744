{{%AUTOESCAPE context="HTML"}}
<div class="table{{#SCROLLING}} scrolling{{/SCROLLING}}"{{#SCROLLING}} role="region" tabindex="0" aria-label="{{CAPTION}}"{{/SCROLLING}}>
<table role="table">
<caption>{{CAPTION}}</caption>
<thead role="rowgroup"><tr role="row">{{#COLUMN}}<th role="columnheader" scope="col"{{#COLUMN_STYLE}} class="{{COLUMN_STYLE}}"{{/COLUMN_STYLE}}>{{COLUMN_LABEL}}</th>{{/COLUMN}}</tr></thead>
<tbody role="rowgroup">
{{#ROW}}<tr role="row"{{#ROW_ID}} id="{{ROW_ID}}"{{/ROW_ID}}>{{#CELL}}<td role="cell" data-label="{{LABEL}}"{{#STYLE}} class="{{STYLE}}"{{/STYLE}}>{{#TEXT}}{{VALUE}}{{/TEXT}}{{#LINK}}<a href="{{HREF}}">{{VALUE}}</a>{{/LINK}}{{#CODE}}<code>{{CODE_1}}{{#CODE_2}}<i>{{CODE_2}}</i>{{/CODE_2}}{{#CODE_3}}<i>{{CODE_3}}</i>{{/CODE_3}}{{#CODE_4}}<i>{{CODE_4}}</i>{{/CODE_4}}</code>{{/CODE}}{{#DATE}}<time datetime="{{VALUE}}">{{VALUE}}</time>{{/DATE}}{{#STATE}}<span class="state {{STATE_STYLE}}">{{STATE}}</span>{{/STATE}}{{#REMOVED}}<del><bdi>{{VALUE}}</bdi></del>{{/REMOVED}}{{#ADDED}}<ins><bdi>{{VALUE}}</bdi></ins>{{/ADDED}}{{#NOTHING}}<span class="quiet">{{VALUE}}</span>{{/NOTHING}}{{#CHANGE}}<span class="change">{{#BEFORE}}<del><bdi>{{BEFORE}}</bdi></del>{{/BEFORE}}{{#NOTHING_BEFORE}}<span class="quiet">（原为空）</span>{{/NOTHING_BEFORE}}<span class="arrow">→</span>{{#AFTER}}<ins><bdi>{{AFTER}}</bdi></ins>{{/AFTER}}{{#NOTHING_AFTER}}<span class="quiet">（已删去）</span>{{/NOTHING_AFTER}}</span>{{/CHANGE}}{{#ALSO_CODE}}<span class="also"><code>{{CODE_1}}{{#CODE_2}}<i>{{CODE_2}}</i>{{/CODE_2}}{{#CODE_3}}<i>{{CODE_3}}</i>{{/CODE_3}}{{#CODE_4}}<i>{{CODE_4}}</i>{{/CODE_4}}</code></span>{{/ALSO_CODE}}{{#ALSO_STATE}}<span class="also"><span class="state {{STATE_STYLE}}">{{STATE}}</span></span>{{/ALSO_STATE}}{{#ALSO_LINK}}<span class="also"><a href="{{HREF}}">{{VALUE}}</a></span>{{/ALSO_LINK}}{{#ALSO}}<span class="also">{{VALUE}}</span>{{/ALSO}}</td>{{/CELL}}</tr>
{{/ROW}}</tbody>
</table>
</div>
